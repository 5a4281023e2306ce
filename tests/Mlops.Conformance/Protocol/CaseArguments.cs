using System.Collections.Frozen;
using System.Text.Json;

namespace Mlops.Conformance.Protocol;

/// <summary>The arguments of one case. Every complaint names the argument.</summary>
internal sealed class CaseArguments
{
    private readonly Dictionary<string, JsonElement> _left = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, string> _names;

    /// <summary>Takes the "args" of a case.</summary>
    /// <param name="given">The object.</param>
    /// <param name="names">The protocol's name of each parameter of the API that is called something else there.</param>
    public CaseArguments(JsonElement given, FrozenDictionary<string, string> names)
    {
        _names = names;
        if (given.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidCaseException("InvalidCase", "'args' is not an object.");
        }

        foreach (var property in given.EnumerateObject())
        {
            _left[property.Name] = property.Value;
        }
    }

    /// <summary>A list of numbers, or a sample that is generated.</summary>
    public double[] Numbers(string name) =>
        OptionalNumbers(name) ?? throw InvalidCaseException.Argument(name, "is missing.");

    /// <summary>A list of numbers, or null where it is left out.</summary>
    public double[]? OptionalNumbers(string name)
    {
        if (Take(name) is not { } given)
        {
            return null;
        }

        if (LcgSample.Read(given, name) is { } sample)
        {
            return sample;
        }

        return [.. Items(given, name).Select((item, i) => NumberValue.Read(item, $"{name}[{i}]", name))];
    }

    /// <summary>A sample: numbers of which at least one is there and none is NaN.</summary>
    public double[] Sample(string name)
    {
        var values = Numbers(name);
        if (values.Length == 0)
        {
            throw InvalidCaseException.Argument(name, "is empty; at least one value is needed.");
        }

        var position = Array.FindIndex(values, double.IsNaN);
        return position < 0
            ? values
            : throw InvalidCaseException.Argument(name, $"has NaN at position {position}; leave missing values out.");
    }

    /// <summary>A list of samples, each of which has at least one value and no NaN.</summary>
    public ReadOnlyMemory<double>[] Samples(string name)
    {
        var given = Take(name) ?? throw InvalidCaseException.Argument(name, "is missing.");
        return
        [
            .. Items(given, name).Select((item, i) => new ReadOnlyMemory<double>(SampleOf(item, $"{name}[{i}]", name))),
        ];
    }

    /// <summary>A list of whole numbers.</summary>
    public long[] Counts(string name) => [.. Numbers(name).Select((value, i) => Count(value, $"position {i}", name))];

    /// <summary>A list of rows of whole numbers, all of one length.</summary>
    public long[,] Table(string name)
    {
        var given = Take(name) ?? throw InvalidCaseException.Argument(name, "is missing.");
        var rows = Items(given, name).Select(row => Items(row, name).ToArray()).ToArray();
        var table = new long[rows.Length, rows.Length == 0 ? 0 : rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != rows[0].Length)
            {
                throw InvalidCaseException.Argument(
                    name,
                    $"has {rows[i].Length} columns in row {i} and {rows[0].Length} in row 0; all rows must have as many."
                );
            }

            for (var j = 0; j < rows[i].Length; j++)
            {
                var value = NumberValue.Read(rows[i][j], $"{name}[{i}][{j}]", name);
                table[i, j] = Count(value, $"row {i}, column {j}", name);
            }
        }

        return table;
    }

    /// <summary>True or false, or what stands for it when it is left out.</summary>
    public bool Flag(string name, bool ifLeftOut) =>
        Take(name) is not { } given
            ? ifLeftOut
            : given.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => throw InvalidCaseException.Argument(name, $"is {given.GetRawText()}; it must be true or false."),
            };

    /// <summary>A number, or what stands for it when it is left out.</summary>
    public double Number(string name, double ifLeftOut) =>
        Take(name) is { } given ? NumberValue.Read(given, name, name) : ifLeftOut;

    /// <summary>A whole number that must be there.</summary>
    public int Integer(string name)
    {
        var value = NumberValue.Read(
            Take(name) ?? throw InvalidCaseException.Argument(name, "is missing."),
            name,
            name
        );
        return value == Math.Truncate(value) && Math.Abs(value) <= int.MaxValue
            ? (int)value
            : throw InvalidCaseException.Argument(
                name,
                FormattableString.Invariant($"is {value}; it must be a whole number.")
            );
    }

    /// <summary>A text.</summary>
    public string Text(string name)
    {
        var given = Element(name);
        return given.ValueKind == JsonValueKind.String
            ? given.GetString()!
            : throw InvalidCaseException.Argument(name, $"is {given.GetRawText()}; it must be a text.");
    }

    /// <summary>A list of texts.</summary>
    public string[] Texts(string name) =>
        [
            .. Items(Element(name), name)
                .Select(
                    (item, i) =>
                        item.ValueKind == JsonValueKind.String
                            ? item.GetString()!
                            : throw InvalidCaseException.Argument(name, $"is no text at position {i}.")
                ),
        ];

    /// <summary>Whatever stands there.</summary>
    public JsonElement Element(string name) => Take(name) ?? throw InvalidCaseException.Argument(name, "is missing.");

    /// <summary>One of several words.</summary>
    public string Choice(string name, params ReadOnlySpan<string> choices)
    {
        var given = Take(name) ?? throw InvalidCaseException.Argument(name, "is missing.");
        if (given.ValueKind == JsonValueKind.String && choices.Contains(given.GetString()))
        {
            return given.GetString()!;
        }

        throw InvalidCaseException.Argument(
            name,
            $"is {given.GetRawText()}; it must be one of: {string.Join(", ", choices!)}."
        );
    }

    /// <summary>Refuses arguments that nothing has asked for: they would be ignored in silence.</summary>
    public void CheckNoneLeft()
    {
        if (_left.Count > 0)
        {
            throw InvalidCaseException.Argument(_left.Keys.First(), "is not an argument of this operation.");
        }
    }

    /// <summary>A complaint of the API, under the protocol's name of the argument.</summary>
    public InvalidCaseException Translate(ArgumentException exception)
    {
        var name = exception.ParamName ?? "args";
        return InvalidCaseException.Argument(_names.GetValueOrDefault(name, name), exception.Message);
    }

    private static double[] SampleOf(JsonElement given, string place, string name)
    {
        double[] values =
            LcgSample.Read(given, name)
            ?? [.. Items(given, name).Select((item, i) => NumberValue.Read(item, $"{place}[{i}]", name))];
        if (values.Length == 0)
        {
            throw InvalidCaseException.Argument(name, $"is empty at {place}; every sample needs a value.");
        }

        var position = Array.FindIndex(values, double.IsNaN);
        return position < 0
            ? values
            : throw InvalidCaseException.Argument(name, $"has NaN at {place}[{position}]; leave missing values out.");
    }

    private static long Count(double value, string place, string name) =>
        value == Math.Truncate(value) && Math.Abs(value) <= 1L << 53
            ? (long)value
            : throw InvalidCaseException.Argument(
                name,
                FormattableString.Invariant($"has {value} at {place}; a count is a whole number.")
            );

    private JsonElement? Take(string name) =>
        _left.Remove(name, out var given) && given.ValueKind != JsonValueKind.Null ? given : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement given, string name) =>
        given.ValueKind == JsonValueKind.Array
            ? given.EnumerateArray()
            : throw InvalidCaseException.Argument(name, $"is {given.ValueKind}; it must be a list.");
}
