using System.Text.Json;

namespace Mlops.Data.Quality.Representativeness;

public sealed partial class PopulationShares
{
    /// <summary>Reads shares from JSON.</summary>
    /// <param name="json">
    /// An object with the shares of each column, <c>{"sex": {"female": 0.51, "male": 0.49}}</c>; for two columns their names are joined by <c>" × "</c> or
    /// <c>" x "</c> and the shares nested: <c>{"region x sex": {"north": {"female": 0.2, "male": 0.2}, "south": {"female": 0.31, "male": 0.29}}}</c>.
    /// </param>
    /// <returns>The shares of each entry, in order.</returns>
    /// <exception cref="FormatException">It is not such an object, or its shares can't be; the message says what.</exception>
    public static IReadOnlyList<PopulationShares> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
            return [.. Members(document.RootElement, "the file").Select(Read)];
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new FormatException($"These are no population shares: {fault.Message}", fault);
        }
    }

    /// <summary>Reads shares from a file of JSON, as <see cref="Parse"/> does.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">It does not hold shares; the message says what is wrong.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static IReadOnlyList<PopulationShares> Load(string path) => Parse(File.ReadAllText(path));

    private static PopulationShares Read(JsonProperty entry)
    {
        var members = Members(entry.Value, entry.Name).ToList();
        if (members.TrueForAll(member => member.Value.ValueKind == JsonValueKind.Number))
        {
            return new PopulationShares(
                [entry.Name],
                members.Select(member => new PopulationShare([member.Name], member.Value.GetDouble()))
            );
        }

        var columns = entry.Name.Split([" × ", " x "], StringSplitOptions.TrimEntries);
        return new PopulationShares(
            columns,
            members.SelectMany(outer =>
                Members(outer.Value, $"{entry.Name}: {outer.Name}")
                    .Select(inner => new PopulationShare([outer.Name, inner.Name], Number(inner)))
            )
        );
    }

    private static double Number(JsonProperty member) =>
        member.Value.ValueKind == JsonValueKind.Number
            ? member.Value.GetDouble()
            : throw new JsonException($"the share of '{member.Name}' is {member.Value.ValueKind}, not a number.");

    private static JsonElement.ObjectEnumerator Members(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject()
            : throw new JsonException($"'{name}' is {element.ValueKind}, not an object of shares.");
}
