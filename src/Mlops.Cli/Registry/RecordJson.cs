using System.Text;
using System.Text.Json;
using Mlops.Registry.Models;
using Mlops.Registry.Serialization;

namespace Mlops.Cli.Registry;

/// <summary>Records of the registry as JSON for machines: each as the registry itself writes it.</summary>
internal static class RecordJson
{
    public static void Print(TextWriter output, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            write(writer);
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    /// <summary>Writes a record.</summary>
    public static void Record<T>(this Utf8JsonWriter writer, T record) =>
        writer.WriteRawValue(RegistryJson.Serialize(record), skipInputValidation: true);

    /// <summary>Writes a record under a name.</summary>
    public static void Record<T>(this Utf8JsonWriter writer, string name, T record)
    {
        writer.WritePropertyName(name);
        writer.Record(record);
    }

    /// <summary>Writes records under a name.</summary>
    public static void Records<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> records)
    {
        writer.WriteStartArray(name);
        foreach (var record in records)
        {
            writer.Record(record);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a version, and the revision that a change may ask to be unchanged.</summary>
    public static void Version(this Utf8JsonWriter writer, ModelVersion version)
    {
        writer.WriteStartObject();
        writer.WriteNumber("revision", version.Revision);
        writer.Record("version", version);
        writer.WriteEndObject();
    }

    /// <summary>Writes an alias, and its revision.</summary>
    public static void Alias(this Utf8JsonWriter writer, ModelAlias alias)
    {
        writer.WriteStartObject();
        writer.Record("alias", alias);
        writer.WriteNumber("revision", alias.Revision);
        writer.WriteEndObject();
    }

    /// <summary>Writes what follows a page.</summary>
    public static void Next(this Utf8JsonWriter writer, string? next)
    {
        if (next is not null)
        {
            writer.WriteString("next", next);
        }
    }
}
