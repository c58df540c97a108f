"""The words themselves, as tables."""

KINDS = {
    "article": "信息",
    "case": "个案",
    "group": "小组",
    "client": "服务对象档案",
    "report": "报告",
    "document": "文件",
    "staff": "人员",
    "survey": "满意度调查",
    "evaluation": "评估",
    "inspection": "检查",
    "consultation": "咨询",
    "visit": "探访",
    "activity": "社区活动",
    "supervision": "督导",
    "guidance": "工作指导",
    "training": "培训",
    "lecture": "讲座",
    "meeting": "工作会议",
    "forum": "座谈会",
    "review_meeting": "评估会",
    "volunteer": "志愿者",
    "volunteer_work": "志愿服务",
    "volunteer_team": "志愿服务队",
    "volunteer_activity": "志愿服务活动",
    "volunteer_project": "志愿服务项目",
    "organisation": "社会组织",
    "incubation": "孵化跟进",
    "publicity": "宣传策划",
    "publicity_planning": "宣传策划",
    "administration": "日常行政",
    "case_study": "典型案例",
    "paper": "论文",
    "brand": "服务品牌",
    "policy_talk": "政策宣讲",
    "campaign": "宣传周活动",
    "handout": "宣传资料",
    "fund": "专项基金",
    "resource": "慈善资源",
    "household": "农户",
    "work": "工作记录",
    "outreach": "外展宣传",
    "publicity_day": "宣传策划",
    "office_day": "日常行政",
}

FIELDS = {
    "kind": "类型", "station": "站点", "workers": "社工", "date": "日期", "until": "结束日期", "subjects": "服务对象",
    "hours": "时数", "participants": "参加人次", "minutes": "分钟数", "members": "组员人数", "copies": "份数",
    "days": "天数", "attendance": "出席人数", "attendance_rate": "出勤率", "age": "年龄", "mode": "服务方式",
    "topic": "主题", "professional": "专业服务", "origin": "稿件类型", "channels": "刊发渠道", "levels": "媒体级别",
    "level": "媒体级别", "outlets": "刊发媒体", "report_kind": "报告类型", "document_kind": "文件类型",
    "visited_station": "受检分站", "station_activity": "本站活动新闻稿", "group_type": "小组类型",
    "activity_type": "活动类型", "closed": "结案日期", "opened": "接案日期", "source_closed": "来源个案结案日期",
    "state": "状态", "qualified": "持证", "certified": "持证",
    "role": "岗位", "lead": "项目主管", "head": "站长", "period": "所属时段",
    "unannounced": "非预约", "online": "线上", "real_name": "实名注册", "registered": "系统登记", "key": "重点对象",
    "organisation": "组织", "supervised": "受督导社工", "town": "镇街", "score": "得分", "satisfaction": "满意度",
    "value": "数值", "income": "收入", "attended": "出席", "core_members": "骨干人数",
}  # fmt: skip

VALUES = {
    "case_study": "典型案例", "hotline_analysis": "热线数据分析",
    "midterm_evaluation": "中期评估", "final_evaluation": "末期评估",
    "substation_inspection": "分站工作检查", "project_progress": "项目进展", "research": "调研", "other": "其他",
    "original": "原创", "compiled": "采编", "reprint": "转载", "phone": "电话", "home": "入户", "office": "来访",
    "onsite": "现场", "online": "线上", "offline": "线下", "educational": "教育性", "supportive": "支持性",
    "therapeutic": "治疗性", "district": "区级", "city": "市级", "province": "省级", "national": "国家级",
    "large": "大型", "medium": "中小型", "lecture": "讲座培训", "wechat": "微信公众号", "weibo": "微博",
    "douyin": "抖音", "website": "网站", "women_website": "妇联网站",
    "women_site": "妇联网站", "portal": "本门户", "outdoor": "户外", "newspaper": "报纸",
    "lead": "项目主管", "worker": "社工", "supervisor": "督导", "head": "站长", "closed": "已结案",
    "monthly_summary": "月工作小结", "monthly_brief": "月简报", "quarterly_report": "季度报告",
}  # fmt: skip

PAPERS = {
    "needs_assessment": "需求预估表", "service_plan": "服务计划书", "session_notes": "会谈记录",
    "closing_report": "结案评估报告", "group_plan": "小组计划书", "group_notes": "小组过程记录",
    "group_process": "小组过程记录", "group_summary": "小组总结报告",
    "group_report": "小组总结报告", "agreement": "服务协议", "follow_up": "追踪记录", "sign_in": "签到表",
    "plan": "计划", "summary": "总结", "photos": "照片", "certificate": "证书", "record": "记录",
}  # fmt: skip

SIGNERS = {"worker": "社工", "supervisor": "督导", "client": "服务对象", "lead": "项目主管", "purchaser": "采购方"}

SESSIONS = {"session": "节", "case_session": "次", "group_session": "节", "visit": "次", "follow_up": "次"}

STATES = {
    "": "尚未提交",
    "draft": "尚未提交（草稿）",
    "returned": "已退回，修改后须重新提交",
    "withdrawn": "已撤回",
    "review1": "尚未发布（待一审）",
    "review2": "尚未发布（待二审）",
    "review3": "尚未发布（待三审）",
    "scheduled": "尚未发布（定时发布）",
}
