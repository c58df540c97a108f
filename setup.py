"""Yidang: one project, one archive, and every contract figure counted from what is filed."""

from pathlib import Path
from setuptools import find_packages
from setuptools import setup


setup(
    name="yidang",
    version="0.1.dev0",
    description="Archive, publicity and contract figures of social-work projects, on Plone 6.2",
    long_description=Path("README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    classifiers=[
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Natural Language :: Chinese (Simplified)",
        "Programming Language :: Python :: 3 :: Only",
    ],
    license="GPL-2.0-or-later",
    packages=find_packages("src"),
    package_dir={"": "src"},
    include_package_data=True,
    zip_safe=False,
    python_requires=">=3.11",
    install_requires=[
        "chinesecalendar",
        "collective.excelexport",
        "collective.z3cform.datagridfield",
        "icalendar",
        "jsonschema",
        "MarkupSafe",
        "plone.api",
        "plone.app.caching",
        "plone.app.dexterity",
        "plone.classicui",
        "plone.distribution",
        "plone.restapi",
        "plone.session",
        "Products.CMFPlone",
        "pyahocorasick",
        "PyYAML",
        "RelStorage",
        "rensa",
        "tqdm",
        "XlsxWriter",
    ],
    extras_require={
        "test": ["hypothesis", "openpyxl", "playwright", "plone.app.testing", "requests", "zope.testrunner"],
    },
    entry_points={
        "plone.autoinclude.plugin": ["target = plone"],
        "console_scripts": ["yidang = yidang.command.main:main"],
    },
)
