"""Why the tree is as it is: the sentences of the guard."""

ONE_ARCHIVE = "一个合同只有一份档案，档案和它的分类随合同生成，不能手工添加、移动、改名、复制或删除。"
OUTSIDE = "档案材料只能归入合同的档案之中。"
RECORDS_STAY = "一件材料只归档一次，只属于一个合同的档案：不能复制、移动或改名。归错了分类的草稿，请删除后重新归档。"
NUMBERED = "已编档号的材料不能删除；有误请由采购方退回后更正。"
CONTRACT_FILED = "合同已启用或档案中已有材料，不能删除。"
CONTRACT_STAYS = "合同只有一个固定地址，不能移动、改名或复制。"
SEALED = "合同已验收，档案已封存，不能再改动。"
