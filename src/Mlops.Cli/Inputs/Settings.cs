using System.Globalization;
using System.Text.Json;
using Mlops.Data;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;

namespace Mlops.Cli.Inputs;

/// <summary>Roles and settings: from <c>mlops.json</c>, overridden by flags.</summary>
internal sealed record Settings
{
    public const string DefaultFile = "mlops.json";

    private static readonly string[] Known =
    [
        "roles",
        "protected",
        "bound",
        "columnBounds",
        "rules",
        "dependence",
        "kinds",
        "missing",
        "delimiter",
        "culture",
    ];

    public IReadOnlyDictionary<string, ColumnRole> Roles { get; init; } = new Dictionary<string, ColumnRole>();

    public IReadOnlyList<string> Protected { get; init; } = [];

    public double? Bound { get; init; }

    public IReadOnlyDictionary<string, double> ColumnBounds { get; init; } = new Dictionary<string, double>();

    /// <summary>Rules by column; <c>numbers</c> and <c>categories</c> stand for all of a kind.</summary>
    public IReadOnlyDictionary<string, DriftRule> Rules { get; init; } = new Dictionary<string, DriftRule>();

    /// <summary>Which rows depend on each other; <see langword="null"/> where nobody said.</summary>
    public RowDependence? Dependence { get; init; }

    public IReadOnlyDictionary<string, ColumnKind> Kinds { get; init; } = new Dictionary<string, ColumnKind>();

    public IReadOnlyList<string>? Missing { get; init; }

    public char Delimiter { get; init; } = ',';

    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    public static Settings Resolve(InputRequest request)
    {
        var file = request.Config ?? (File.Exists(DefaultFile) ? DefaultFile : null);
        var settings = file is null ? new Settings() : FromFile(file);
        return settings with
        {
            Roles = With(
                settings.Roles,
                request.Roles.Select(pair => (pair.Column, ParseRole(pair.Role, $"the role of '{pair.Column}'")))
            ),
            Kinds = With(settings.Kinds, request.Kinds.Select(ParseKindOption)),
            Protected = [.. settings.Protected.Union(request.Protected, StringComparer.Ordinal)],
            Missing = request.Missing ?? settings.Missing,
            Delimiter = request.Delimiter is { } delimiter ? ParseDelimiter(delimiter) : settings.Delimiter,
            Culture = request.Culture is { } culture ? ParseCulture(culture) : settings.Culture,
        };
    }

    /// <summary>The rule of <c>ID</c> or <c>ID=THRESHOLD</c>.</summary>
    public static DriftRule ParseRule(string text, string what)
    {
        var parts = text.Split('=', 2);
        double threshold = 0;
        if (
            parts.Length == 2
            && !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out threshold)
        )
        {
            throw new CliException(
                $"{what} is '{text}'; after the equals sign stands a number, as in chi-square=0.01."
            );
        }

        try
        {
            return DriftRule.Parse(parts[0], parts.Length == 2 ? threshold : null);
        }
        catch (ArgumentException error)
        {
            throw new CliException($"{what}: {error.Message.Split(" (Parameter")[0]}");
        }
    }

    /// <summary>Which rows depend on each other, as <c>entity:customer</c>.</summary>
    public static RowDependence ParseDependence(string text, string what)
    {
        try
        {
            return RowDependence.Parse(text);
        }
        catch (FormatException error)
        {
            throw new CliException($"{what}: {error.Message}");
        }
    }

    private static Dictionary<string, T> With<T>(
        IReadOnlyDictionary<string, T> settings,
        IEnumerable<(string Column, T Value)> flags
    )
    {
        var all = new Dictionary<string, T>(settings, StringComparer.Ordinal);
        foreach (var (column, value) in flags)
        {
            all[column] = value;
        }

        return all;
    }

    private static (string Column, ColumnKind Kind) ParseKindOption(string text)
    {
        // A column's name may hold an equals sign; a kind does not.
        var split = text.LastIndexOf('=');
        return split > 0
            ? (text[..split], ParseKind(text[(split + 1)..], $"the kind of '{text[..split]}'"))
            : throw new CliException($"--kind is '{text}'; COLUMN=KIND was expected, as in zip=category.");
    }

    private static ColumnKind ParseKind(string text, string what) =>
        Enum.TryParse<ColumnKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            ? kind
            : throw new CliException(
                $"{what} is '{text}'; one of {string.Join(", ", Enum.GetNames<ColumnKind>()).ToLowerInvariant()} was expected."
            );

    private static Settings FromFile(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllBytes(path),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            return FromJson(document.RootElement);
        }
        catch (Exception error)
            when (error is JsonException or InvalidOperationException or FormatException or CliException)
        {
            throw new CliException($"{path}: {error.Message}");
        }
    }

    private static Settings FromJson(JsonElement root)
    {
        // A misspelt setting that is silently ignored would change a verdict without a word.
        foreach (var property in root.EnumerateObject())
        {
            if (!Known.Contains(property.Name, StringComparer.Ordinal))
            {
                throw new CliException($"'{property.Name}' is not a setting; these are: {string.Join(", ", Known)}.");
            }
        }

        return new Settings
        {
            Roles = Map(root, "roles", (name, value) => ParseRole(value.GetString() ?? "", $"the role of '{name}'")),
            Protected = List(root, "protected") ?? [],
            Bound = root.TryGetProperty("bound", out var bound) ? bound.GetDouble() : null,
            ColumnBounds = Map(root, "columnBounds", (_, value) => value.GetDouble()),
            Rules = Map(root, "rules", (name, value) => ParseRule(value.GetString() ?? "", $"the rule of '{name}'")),
            Dependence = root.TryGetProperty("dependence", out var dependence)
                ? ParseDependence(dependence.GetString() ?? "", "dependence")
                : null,
            Kinds = Map(root, "kinds", (name, value) => ParseKind(value.GetString() ?? "", $"the kind of '{name}'")),
            Missing = List(root, "missing"),
            Delimiter = root.TryGetProperty("delimiter", out var delimiter)
                ? ParseDelimiter(delimiter.GetString() ?? "")
                : ',',
            Culture = root.TryGetProperty("culture", out var culture)
                ? ParseCulture(culture.GetString() ?? "")
                : CultureInfo.InvariantCulture,
        };
    }

    private static Dictionary<string, T> Map<T>(JsonElement root, string property, Func<string, JsonElement, T> read) =>
        root.TryGetProperty(property, out var map)
            ? map.EnumerateObject()
                .ToDictionary(pair => pair.Name, pair => read(pair.Name, pair.Value), StringComparer.Ordinal)
            : [];

    private static string[]? List(JsonElement root, string property) =>
        root.TryGetProperty(property, out var list)
            ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")]
            : null;

    private static ColumnRole ParseRole(string text, string what) =>
        Enum.TryParse<ColumnRole>(text, ignoreCase: true, out var role) && Enum.IsDefined(role)
            ? role
            : throw new CliException(
                $"{what} is '{text}'; one of {string.Join(", ", Enum.GetNames<ColumnRole>()).ToLowerInvariant()} was expected."
            );

    private static char ParseDelimiter(string text) =>
        text switch
        {
            "tab" or "\\t" => '\t',
            [var character] => character,
            _ => throw new CliException($"The delimiter '{text}' must be one character, or 'tab'."),
        };

    private static CultureInfo ParseCulture(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            throw new CliException($"'{name}' is not a culture; names look like de-DE or fr-FR.");
        }
    }
}
