using System.Globalization;
using System.Text.Json;
using Mlops.Data;

namespace Mlops.Cli.Drift;

/// <summary>Roles and settings: from <c>mlops.json</c>, overridden by flags.</summary>
internal sealed record DriftSettings
{
    public const string DefaultFile = "mlops.json";

    private static readonly string[] Known =
    [
        "roles",
        "protected",
        "bound",
        "columnBounds",
        "missing",
        "delimiter",
        "culture",
    ];

    public IReadOnlyDictionary<string, ColumnRole> Roles { get; init; } = new Dictionary<string, ColumnRole>();

    public IReadOnlyList<string> Protected { get; init; } = [];

    public double? Bound { get; init; }

    public IReadOnlyDictionary<string, double> ColumnBounds { get; init; } = new Dictionary<string, double>();

    public IReadOnlyList<string>? Missing { get; init; }

    public char Delimiter { get; init; } = ',';

    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    public static DriftSettings Resolve(DriftRequest request)
    {
        var file = request.Config ?? (File.Exists(DefaultFile) ? DefaultFile : null);
        var settings = file is null ? new DriftSettings() : FromFile(file);
        var roles = new Dictionary<string, ColumnRole>(settings.Roles, StringComparer.Ordinal);
        foreach (var (column, role) in request.Roles)
        {
            roles[column] = ParseRole(role, $"the role of '{column}'");
        }

        return settings with
        {
            Roles = roles,
            Protected = [.. settings.Protected.Union(request.Protected, StringComparer.Ordinal)],
            Bound = request.Bound ?? settings.Bound,
            Missing = request.Missing ?? settings.Missing,
            Delimiter = request.Delimiter is { } delimiter ? ParseDelimiter(delimiter) : settings.Delimiter,
            Culture = request.Culture is { } culture ? ParseCulture(culture) : settings.Culture,
        };
    }

    private static DriftSettings FromFile(string path)
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

    private static DriftSettings FromJson(JsonElement root)
    {
        // A misspelt setting that is silently ignored would change a verdict without a word.
        foreach (var property in root.EnumerateObject())
        {
            if (!Known.Contains(property.Name, StringComparer.Ordinal))
            {
                throw new CliException($"'{property.Name}' is not a setting; these are: {string.Join(", ", Known)}.");
            }
        }

        return new DriftSettings
        {
            Roles = Map(root, "roles", (name, value) => ParseRole(value.GetString() ?? "", $"the role of '{name}'")),
            Protected = List(root, "protected") ?? [],
            Bound = root.TryGetProperty("bound", out var bound) ? bound.GetDouble() : null,
            ColumnBounds = Map(root, "columnBounds", (_, value) => value.GetDouble()),
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
