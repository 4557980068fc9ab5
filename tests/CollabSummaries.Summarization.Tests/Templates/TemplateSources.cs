namespace CollabSummaries.Summarization.Tests.Templates;

/// <summary>Templates of our own in the manners chat templates are written in: loops, conditions, filters, namespaces, white space control, macros, refusals.</summary>
internal static class TemplateSources
{
    public static IReadOnlyList<string> All { get; } =
    [
        "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}",
        """
        {%- if messages[0].role == 'system' -%}
            {%- set rules = messages[0].content | trim -%}
            {%- set rest = messages[1:] -%}
        {%- else -%}
            {%- set rules = '' -%}
            {%- set rest = messages -%}
        {%- endif -%}
        {{ bos_token }}
        {%- for m in rest -%}
            {%- if (m['role'] == 'user') != (loop.index0 % 2 == 0) -%}
                {{ raise_exception('user and assistant must take turns') }}
            {%- endif -%}
            {%- if m.role == 'user' -%}
                {{ '[INST] ' + (rules + '\n\n' if loop.first and rules else '') + m.content | trim + ' [/INST]' }}
            {%- else -%}
                {{ ' ' + m.content | trim + eos_token }}
            {%- endif -%}
        {%- endfor -%}
        """,
        """
        {% set ns = namespace(system='', count=0) %}
        {% for m in messages %}
          {% if m.role == "system" %}
            {% set ns.system = ns.system ~ m.content %}
          {% else %}
            {% set ns.count = ns.count + 1 %}
          {% endif %}
        {% endfor %}
        {{ ns.count }} turns, rules: {{ ns.system | default('none', true) }}
        {% for m in messages if m.role != 'system' %}
        {{ loop.index }}/{{ loop.length }}{{ ' first' if loop.first }}{{ ' last' if loop.last else ' more' }}: {{ m.content }}
        {% else %}
        nobody spoke
        {% endfor %}
        """,
        "{{- bos_token -}}\n{%- for m in messages %}\n    {%- if m['role'] == 'assistant' %}\n        {%- set role = 'model' %}\n    {%- else %}\n        {%- set role = m['role'] %}\n    {%- endif %}\n    {{- '<start_of_turn>' + role + '\\n' + m['content'] | trim + '<end_of_turn>\\n' }}\n{%- endfor %}\n{%- if add_generation_prompt %}\n    {{- '<start_of_turn>model\\n' }}\n{%- endif %}\n",
        "{% for m in messages %}<|{{ m.role }}|>\n{{ m.content }}<|end|>\n{% endfor %}{% if add_generation_prompt %}<|assistant|>\n{% else %}{{ eos_token }}{% endif %}",
        "{% macro turn(m, mark='*') %}{{ mark }} {{ m.role | upper }}: {{ m.content | replace('\\n', ' ') }}\n{% endmacro %}{% for m in messages %}{{ turn(m) }}{{ turn(m, mark='-') }}{% endfor %}",
        "{{ messages | tojson }}\n{{ messages | length }} {{ messages[0].content | length > 3 }}",
        "{{ messages[0] | tojson(indent=2) }}",
        "{{ messages | map(attribute='role') | join(', ') }}; {{ messages | selectattr('role', 'equalto', 'user') | list | length }}; {{ messages | rejectattr('role', 'equalto', 'user') | list | length }}{{ (messages | first).content }}{{ (messages | last).role }}",
        "{% for m in messages | reverse %}{{ loop.revindex }}{{ m.content | upper | trim }}|{% endfor %}{{ messages[-1]['role'] }}{{ messages[:2] | length }}{{ messages[::2] | length }}{{ messages[0].content[:5] }}{{ messages[0].content[-3:] }}",
        "{% set name = 'Ada' %}{% set greeting %}Hello {{ name }}, {{ messages | length }} turns{% endset %}{{ greeting }}! {{ 'x' is defined }} {{ nothing is defined }} {{ nothing is not defined and messages is iterable }}",
        "{% for m in messages %}{% if m.role == 'system' %}{% continue %}{% endif %}{% if loop.index > 3 %}{% break %}{% endif %}{{ m.role }}={{ m.content.strip() }};{% endfor %}",
        "{% for m in messages %}{% if m.content is string and '</think>' in m.content %}{{ m.content.split('</think>')[-1].lstrip('\\n') }}{% elif m.content.startswith('<') or m.content.endswith('?') %}[{{ m.content }}]{% else %}{{ m.role | title }}{{ m.content | lower }}{% endif %}\n{% endfor %}".Replace(".lstrip('\\n')", ".lstrip()", StringComparison.Ordinal),
        "{{ 7 // 2 }} {{ 7 % 3 }} {{ 2 ** 3 }} {{ 7 / 2 }} {{ 1.5 + 1 }} {{ -3 + 5 }} {{ (1 + 2) * 3 }} {{ 10 - 2 - 3 }} {{ 2 < 3 and not 3 <= 2 }} {{ 'b' in ['a', 'b'] }} {{ 'z' not in 'abc' }} {{ 1 == 1.0 }}",
        "{% set map = {'a': 1, 'b': [1, 2, 3], 'c': {'d': 'deep'}} %}{{ map.a }}{{ map['b'][1] }}{{ map.c.d }}{{ map.get('q', 'none here') }}{% for k, v in map.items() %}{{ k }}{% if v is number %}={{ v }}{% endif %};{% endfor %}{{ 'a' in map }}{{ map | length }}",
        "{% for i in range(3) %}{{ i }}{% endfor %}{% for i in range(10, 0, -3) %}<{{ i }}>{% endfor %}{{ range(2, 5) | join('-') }}",
        "{#- a comment -#}   {% if messages %}  yes  {% endif %}   \n  {% if not messages %}no{% endif %}\nend{# another #}\nline\n\n",
        "  {%- if true %}\n\n  kept\n\n  {%- endif %}\n  after\n  {% if true -%}\n   trimmed\n  {% endif -%}\n  tail",
        "{{ 'a' 'b' }}{{ \"it's\" }}{{ 'tab\\tnew\\nline \\u00e9 \\x41 \\\\ \\'' }}",
        "{% if messages[0].role == 'system' and messages | length > 1 %}A{% elif messages[0].role == 'system' %}B{% elif messages[0].role == 'user' or false %}C{% else %}D{% endif %}",
        "{{ messages[0].content | indent(2) }}|{{ messages[0].content | indent(width=3, first=true) }}|{{ ['b', 'A', 'c'] | sort | join }}|{{ [3, 1, 2] | sort(reverse=true) | join(',') }}|{{ ['a', 'b', 'a'] | unique | join }}",
        "{{ tools is defined }}{% if tools is defined and tools %}{{ tools | tojson }}{% endif %}{{ missing | default('fallback') }}{{ '' | default('empty', true) }}{{ none is none }}{{ messages[0].name }}",
        "{% set a, b = 1, 'two' %}{{ a }}{{ b }}{% for role, word in [['user', 'U'], ['assistant', 'A']] %}{{ role }}:{{ word }} {% endfor %}{{ 'yes' if a == 1 else 'no' }}{{ 'c' if a == 2 else 'd' if b == 'x' else 'e' }}",
        "{% macro outer(x) %}{% macro inner(y) %}({{ y }}){% endmacro %}{{ inner(x) }}{% endmacro %}{{ outer(messages[0].role) }}{{ '%s' }}{{ 'One,Two'.split(',') | join('+') }}{{ ' a  b '.split() | join('/') }}{{ 'aXbXc'.replace('X', '-', 1) }}",
        "{% if messages[0]['role'] != 'user' %}{{ raise_exception('the first turn must be of the user, not ' ~ messages[0]['role']) }}{% endif %}{{ messages[0]['content'] | capitalize }}",
        "{% for m in messages %}{{ loop.index0 }}{% if loop.previtem is defined and loop.previtem.role == m.role %} again{% endif %}{% if not loop.last %}, {% endif %}{% endfor %}{% generation %}g{% endgeneration %}",
    ];
}
