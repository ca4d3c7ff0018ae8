"""Chat templates of strangers: some try to get out of the sandbox, some never come to an end."""

from __future__ import annotations

_GLOBALS = "__globals__['os'].popen('id').read()"

# Each asks for something that Jinja's sandbox must not give; {{ }} round an expression.
ESCAPES = [
    "{{ " + expression + " }}"
    for expression in (
        "''.__class__.__mro__[1].__subclasses__()",
        "().__class__.__base__.__subclasses__()",
        "messages.__class__.__init__.__globals__",
        f"cycler.__init__.{_GLOBALS}",
        f"joiner.__init__.{_GLOBALS}",
        f"namespace.__init__.{_GLOBALS}",
        f"lipsum.{_GLOBALS}",
        "lipsum|attr('__globals__')",
        "self.__init__.__globals__",
        "self._TemplateReference__context.environment.loader",
        "raise_exception.__globals__",
        "raise_exception|attr('__globals__')",
        "strftime_now.__self__.__class__.__mro__",
        "strftime_now.__reduce_ex__(2)",
        "'{0.__class__.__mro__}'.format(messages)",
        "'{0.__class__}'.format_map({'0': 1})",
        "('%s' % messages).__class__.mro()",
        "messages.append({'role': 'user'})",
        "messages[0].update({'content': 'forged'})",
        "messages.clear()",
        "messages[0].pop('content')",
        "messages|map('attr', '__class__')|list|first|attr('__mro__')",
        "dict(__class__=1).__class__.__bases__",
        "(1).__class__.__base__.__subclasses__()[80]",
        "undefined_thing.attribute.more",
        "range.__class__.__call__",
        "caller.__code__",
        "''['__class__']['__mro__']",
        "''|attr('\\x5f\\x5fclass\\x5f\\x5f')|attr('__mro__')",
        "config.items()",
    )
]
ESCAPES[26] = (
    "{% macro m() %}{{ caller.__code__.co_consts[0] }}{% endmacro %}{% call m() %}{% endcall %}"
)

# Each wants more time or memory than there is.
HEAVY = [
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{{ 'a' * 2000000000 }}",
    "{{ ['a' * 1000000] * 1000000 }}",
    "{{ 'a' | center(1000000000) }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}"
    "{{ n.x }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ (10 ** 100000) ** 100000 }}",
    "{{ lipsum(n=1000000) }}",
    "{{ range(99999)|list|string * 100000 }}",
    "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | indent(1000000000, true) }}",
    "{{ ('a,' * 50000000).split(',') | sort | join }}",
]
