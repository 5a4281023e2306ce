using System.Globalization;
using System.Text;
using Mlops.Storage.Commands;

namespace Mlops.Registry.Stores.Relational;

/// <summary>The statement for a query.</summary>
/// <remarks>
/// The ids of the page come first, from an index in the page's order, and the payloads are joined to those alone. One
/// condition leads: it names the index. The columns of the others stand in expressions, so that the planner does not take
/// an index for them that would have it sort every match. Several stages or tiers are a branch each, of which the first rows are merged.
/// </remarks>
internal sealed class RecordQueryStatement
{
    private readonly RecordQuery _query;
    private readonly RecordCursor? _cursor;
    private readonly List<(string Name, object Value)> _parameters = [];
    private readonly string _column;
    private readonly string? _rarestTag;

    /// <param name="query">The query.</param>
    /// <param name="cursor">Where its page begins.</param>
    /// <param name="rarestTag">The name of the tag that leads, where tags lead and there are several.</param>
    public RecordQueryStatement(RecordQuery query, RecordCursor? cursor, string? rarestTag = null)
    {
        _rarestTag = rarestTag;
        _query = query;
        _cursor = cursor;
        _column = query.Order switch
        {
            RecordOrder.NumberDescending => "number",
            RecordOrder.UpdatedDescending => "updated",
            RecordOrder.FromDescending => "begun",
            _ => "",
        };
        Sql = Build();
    }

    private enum Lead
    {
        None,
        Model,
        Alias,
        Tag,
        Author,
        Stage,
        Tier,
    }

    /// <summary>The statement's text; it depends on which conditions there are, not on their values.</summary>
    public string Sql { get; }

    /// <summary>Prepares the statement in a unit, with its parameters.</summary>
    public PreparedCommand Apply(SqlUnit unit, string before = "")
    {
        var command = unit.Command(before + Sql);
        foreach (var (name, value) in _parameters)
        {
            _ = value switch
            {
                string text => command.Set(name, text),
                byte[] bytes => command.Set(name, bytes),
                _ => command.Set(name, (long)value),
            };
        }

        return command;
    }

    private string Build()
    {
        Add("kind", (long)_query.Kind);
        Add("limit", _query.Limit + 1L);
        var lead = Leading();
        var order = _column.Length == 0 ? "id" : "value DESC, id";
        var common = Conditions(lead);
        List<string> branches = lead switch
        {
            Lead.Stage => Branches("stage", _query.Stages, common),
            Lead.Tier => Branches("tier", _query.Tiers, common),
            _ => [Branch(lead == Lead.Tag, common)],
        };
        var keys =
            branches.Count == 1
                ? branches[0]
                : string.Join(" UNION ALL ", branches.Select((branch, i) => Derived(branch, i)))
                    + $" ORDER BY {order} LIMIT @limit";
        return $"SELECT p.id, p.revision, p.payload, k.value FROM ({keys}) AS k CROSS JOIN mlops_record p WHERE p.kind = @kind AND p.id = k.id";
    }

    private Lead Leading() =>
        _query switch
        {
            { Alias: not null } => Lead.Alias,
            { Model: not null } => Lead.Model,
            { Tags.Count: > 0 } => Lead.Tag,
            { Author: not null } => Lead.Author,
            { Stages.Count: > 0 } => Lead.Stage,
            { Tiers.Count: > 0 } => Lead.Tier,
            _ => Lead.None,
        };

    private static string Derived(string branch, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"SELECT id, value FROM ({branch}) AS b{number}");

    private List<string> Branches(string column, IReadOnlyList<int> values, string common) =>
        [
            .. values
                .Distinct()
                .Select(
                    (value, i) =>
                        Branch(
                            isTagged: false,
                            $"{common} AND r.{column} = {Add(string.Create(CultureInfo.InvariantCulture, $"{column}{i}"), (long)value)}"
                        )
                ),
        ];

    private string Branch(bool isTagged, string conditions)
    {
        var value =
            _column.Length == 0 ? "0"
            : isTagged && _column == "updated" ? "t.updated"
            : $"r.{_column}";
        var id = isTagged ? "t.id" : "r.id";
        var from = isTagged
            ? "mlops_tag t CROSS JOIN mlops_record r WHERE t.kind = @kind AND t.mark = @mark0 AND r.kind = t.kind AND r.id = t.id"
            : "mlops_record r WHERE r.kind = @kind";
        return $"SELECT {id} AS id, CAST({value} AS bigint) AS value FROM {from}{conditions}{After(value, id)} ORDER BY {(_column.Length == 0 ? id : $"{value} DESC, {id}")} LIMIT @limit";
    }

    private string After(string value, string id)
    {
        if (_cursor is not { } cursor)
        {
            return "";
        }

        Add("after", cursor.Id);
        if (_column.Length == 0)
        {
            return $" AND {id} > @after";
        }

        Add("value", cursor.Value);
        return $" AND {value} <= @value AND ({value} < @value OR {id} > @after)";
    }

    private string Conditions(Lead lead)
    {
        var text = new StringBuilder();
        AddEqual(text, "model", _query.Model, lead is Lead.Model or Lead.Alias);
        AddEqual(text, "author", _query.Author, lead == Lead.Author);
        AddEqual(text, "alias", _query.Alias, lead == Lead.Alias);
        AddAny(text, "stage", _query.Stages, lead == Lead.Stage);
        AddAny(text, "tier", _query.Tiers, lead == Lead.Tier);
        AddPrefix(text);
        AddBound(text, "number", ">=", "low", _query.NumberFrom);
        AddBound(text, "number", "<=", "high", _query.NumberTo);
        AddBound(text, "begun", ">=", "least", _query.FromAtLeast?.UtcTicks);
        AddBound(text, "begun", "<", "before", _query.FromBefore?.UtcTicks);
        AddBound(text, "updated", ">=", "since", _query.UpdatedAtLeast?.UtcTicks);
        if (_query.At is { } at)
        {
            AddBound(text, "begun", "<=", "at", at.UtcTicks);
            text.Append(" AND (r.ended > @at OR r.ended = ").Append(long.MaxValue).Append(')');
        }

        AddTags(text, lead == Lead.Tag);
        return text.ToString();
    }

    private void AddEqual(StringBuilder text, string column, string? value, bool leads)
    {
        if (value is not null)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $" AND r.{column}{(leads ? "" : " || ''")} = {Add(column, value)}"
            );
        }
    }

    private void AddAny(StringBuilder text, string column, IReadOnlyList<int> values, bool leads)
    {
        if (values.Count == 0 || leads)
        {
            return;
        }

        var names = values
            .Distinct()
            .Select((value, i) => Add(string.Create(CultureInfo.InvariantCulture, $"{column}{i}"), (long)value));
        text.Append(CultureInfo.InvariantCulture, $" AND r.{column} + 0 IN ({string.Join(", ", names)})");
    }

    private void AddBound(StringBuilder text, string column, string comparison, string name, long? value)
    {
        if (value is not { } bound)
        {
            return;
        }

        var term = column == _column ? $"r.{column}" : $"r.{column} + 0";
        text.Append(CultureInfo.InvariantCulture, $" AND {term} {comparison} {Add(name, bound)}");
        if (comparison[0] == '<')
        {
            text.Append(CultureInfo.InvariantCulture, $" AND r.{column} <> {RecordCursor.Missing}");
        }
    }

    private void AddPrefix(StringBuilder text)
    {
        if (string.IsNullOrEmpty(_query.IdPrefix))
        {
            return;
        }

        text.Append(" AND r.id >= ").Append(Add("prefix", _query.IdPrefix));
        if (Following(_query.IdPrefix) is { } end)
        {
            text.Append(" AND r.id < ").Append(Add("prefixEnd", end));
        }
    }

    private void AddTags(StringBuilder text, bool leads)
    {
        var marks = _query
            .Tags.OrderBy(tag => tag.Key != _rarestTag)
            .ThenBy(tag => tag.Key, StringComparer.Ordinal)
            .ToList();
        for (var i = 0; i < marks.Count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"mark{i}");
            Add(name, RecordWrites.Mark(marks[i].Key, marks[i].Value));
            if (i > 0 || !leads)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" AND EXISTS (SELECT 1 FROM mlops_tag x WHERE x.kind = r.kind AND x.id = r.id AND x.mark = @{name})"
                );
            }
        }
    }

    /// <summary>The least text, by code points, that comes after all that begin with a prefix; null when there is none.</summary>
    private static string? Following(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        for (var i = runes.Count - 1; i >= 0; i--)
        {
            if (runes[i].Value < 0x10FFFF)
            {
                var next = runes[i].Value == 0xD7FF ? 0xE000 : runes[i].Value + 1;
                return string.Concat(runes.Take(i)) + new Rune(next);
            }
        }

        return null;
    }

    private string Add(string name, object value)
    {
        _parameters.Add((name, value));
        return "@" + name;
    }
}
