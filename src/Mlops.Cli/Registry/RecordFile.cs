using System.Text.Json;
using System.Text.Json.Nodes;
using Mlops.Registry.Serialization;

namespace Mlops.Cli.Registry;

/// <summary>Records that people write: what may be left out is filled in before the record is read strictly.</summary>
internal static class RecordFile
{
    /// <summary>Reads a record.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it holds, in words.</param>
    /// <param name="complete">Fills in what was left out.</param>
    public static T Read<T>(string path, string what, Action<JsonObject> complete)
    {
        var bytes = Words.ReadFile(path, what);
        try
        {
            if (JsonNode.Parse(bytes) is not JsonObject record)
            {
                throw new FormatException($"A {what} is an object, in braces.");
            }

            complete(record);
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                record.WriteTo(writer);
            }

            return RegistryJson.Deserialize<T>(stream.ToArray());
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw new CliException($"{path}: {error.Message}");
        }
    }

    /// <summary>Fills in a member that was left out.</summary>
    public static void Default(this JsonObject record, string name, JsonNode value)
    {
        if (record[name] is null)
        {
            record[name] = value;
        }
    }
}
