using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Drift.Presets.Documents;

/// <summary>The serialised form of a preset's report.</summary>
internal static class PresetReportJson
{
    public const string Kind = "mlops.drift.preset-report";
    public const int SchemaVersion = 1;

    public static Envelope Seal(PresetReport report) =>
        Envelope.Seal(Kind, SchemaVersion, Producer.Of(typeof(PresetReport).Assembly), writer => Write(writer, report));

    private static void Write(Utf8JsonWriter writer, PresetReport report)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("columns");
        foreach (var column in report.Columns)
        {
            Write(writer, column);
        }

        writer.WriteEndArray();
        Write(writer, "current", report.Current);
        writer.WriteString("decision", report.Decision);
        writer.WriteStartArray("omitted");
        foreach (var column in report.Omitted)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            writer.WriteString("reason", column.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("preset", report.Preset.Name);
        writer.WriteString("presetVersion", report.Preset.Version);
        Write(writer, "reference", report.Reference);
        writer.WriteString("verdict", report.Verdict.ToString());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PresetColumn column)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("chunks");
        foreach (var chunk in column.Chunks)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("isDetected", chunk.IsDetected);
            writer.WriteInteger("rows", chunk.Count);
            writer.WriteReal("score", chunk.Score);
            writer.WriteInteger("start", chunk.Start);
            writer.WriteString("status", chunk.Status.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteBoolean("isDetected", column.IsDetected);
        writer.WriteString("kind", column.Kind.ToString());
        writer.WriteString("method", column.Method.Id);
        writer.WriteString("methodName", column.Method.Name);
        writer.WriteString("name", column.Name);
        writer.WriteString("reason", column.Reason);
        writer.WriteString("role", column.Role.ToString());
        writer.WriteString("rule", column.Method.Rule.ToString());
        writer.WriteReal("score", column.Score);
        writer.WriteString("status", column.Status.ToString());
        writer.WriteReal("threshold", column.Threshold);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string property, ComparedData data)
    {
        writer.WriteStartObject(property);
        writer.WriteString("digest", data.Digest.ToString());
        writer.WriteString("name", data.Name);
        writer.WriteInteger("rows", data.RowCount);
        writer.WriteEndObject();
    }
}
