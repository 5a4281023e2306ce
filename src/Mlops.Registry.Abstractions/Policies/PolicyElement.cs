using System.Text.Json;

namespace Mlops.Registry.Policies;

/// <summary>A part of a policy's JSON that knows where it stands, so that an error can say so.</summary>
internal readonly struct PolicyElement(JsonElement element, string path)
{
    private readonly JsonElement _element = element;
    private readonly string _path = path;

    /// <summary>The properties of an object; a name that is not expected, or stands twice, is an error.</summary>
    internal Dictionary<string, PolicyElement> Object(params ReadOnlySpan<string> names)
    {
        Expect(JsonValueKind.Object, "an object");
        var parts = new Dictionary<string, PolicyElement>(StringComparer.Ordinal);
        foreach (var property in _element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                throw new FormatException(
                    $"'{_path}.{property.Name}' is unknown; {string.Join(", ", names.ToArray())} are known there."
                );
            }

            var part = new PolicyElement(property.Value, $"{_path}.{property.Name}");
            if (!parts.TryAdd(property.Name, part))
            {
                throw new FormatException($"'{_path}.{property.Name}' stands twice; once is right.");
            }
        }

        return parts;
    }

    internal PolicyElement Required(Dictionary<string, PolicyElement> parts, string name, string expected) =>
        parts.TryGetValue(name, out var part)
            ? part
            : throw new FormatException($"'{_path}.{name}' is missing; {expected} is expected there.");

    internal IReadOnlyList<T> List<T>(Func<PolicyElement, T> read)
    {
        Expect(JsonValueKind.Array, "an array");
        var items = new List<T>();
        foreach (var item in _element.EnumerateArray())
        {
            items.Add(read(new PolicyElement(item, FormattableString.Invariant($"{_path}[{items.Count}]"))));
        }

        return items;
    }

    internal string Text()
    {
        Expect(JsonValueKind.String, "a string");
        try
        {
            return _element.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException($"'{_path}' is not valid Unicode.", exception);
        }
    }

    internal bool Flag() =>
        _element.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? _element.GetBoolean()
            : throw Unexpected("true or false");

    internal int Integer(int least, int most) =>
        _element.ValueKind == JsonValueKind.Number
        && _element.TryGetInt32(out var value)
        && value >= least
        && value <= most
            ? value
            : throw Unexpected(FormattableString.Invariant($"an integer from {least} to {most}"));

    internal T Name<T>()
        where T : struct, Enum
    {
        var names = Enum.GetValues<T>().ToDictionary(NameOf, StringComparer.Ordinal);
        return _element.ValueKind == JsonValueKind.String && names.TryGetValue(Text(), out var value)
            ? value
            : throw Unexpected($"one of {string.Join(", ", names.Keys)}");
    }

    internal TimeSpan Duration() =>
        _element.ValueKind == JsonValueKind.String && PolicyDuration.TryParse(Text(), out var value)
            ? value
            : throw Unexpected($"{PolicyDuration.Expected}, above zero and at most 36525 days");

    /// <summary>Makes a part of the policy, and says where it stood when it can't be made.</summary>
    internal T Make<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"'{_path}': {exception.Message.Split(" (Parameter")[0]}", exception);
        }
    }

    internal static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private void Expect(JsonValueKind kind, string expected)
    {
        if (_element.ValueKind != kind)
        {
            throw Unexpected(expected);
        }
    }

    private FormatException Unexpected(string expected)
    {
        var raw = _element.GetRawText();
        return new($"'{_path}' is {(raw.Length <= 60 ? raw : raw[..60] + "…")}; {expected} is expected there.");
    }
}
