using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Data.Quality.Exploration;

/// <summary>The serialised form of an exploration.</summary>
internal static class ExplorationJson
{
    public const string Kind = "mlops.data.exploration";
    public const int SchemaVersion = 1;

    public static Envelope Seal(ExplorationReport report) =>
        Envelope.Seal(
            Kind,
            SchemaVersion,
            Producer.Of(typeof(ExplorationReport).Assembly),
            writer => Write(writer, report)
        );

    private static void Write(Utf8JsonWriter writer, ExplorationReport report)
    {
        writer.WriteStartObject();
        Write(writer, "data", report.Data);
        writer.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            Write(writer, finding);
        }

        writer.WriteEndArray();
        writer.WriteString("label", report.Leakage.Label);
        if (report.Reference is { } reference)
        {
            Write(writer, "reference", reference);
        }

        writer.WriteString("verdict", report.Verdict.ToString());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, CheckedData data)
    {
        writer.WriteStartObject(name);
        writer.WriteString("digest", data.Digest?.ToString() ?? "");
        writer.WriteString("name", data.Name);
        writer.WriteInteger("rows", data.RowCount);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ExplorationFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("advice", finding.Advice);
        writer.WriteReal("bound", finding.Bound);
        writer.WriteBoolean("isCounted", finding.IsCounted);
        if (finding.Interval is { } lower)
        {
            writer.WriteReal("lower", lower.Lower);
        }

        writer.WriteReal("observed", finding.Observed);
        writer.WriteString("reason", finding.Reason);
        writer.WriteStartArray("rows");
        foreach (var row in finding.Rows)
        {
            writer.WriteInteger(row);
        }

        writer.WriteEndArray();
        writer.WriteString("rule", finding.Rule);
        writer.WriteString("subject", finding.Subject);
        if (finding.Interval is { } upper)
        {
            writer.WriteReal("upper", upper.Upper);
        }

        writer.WriteString("verdict", finding.Verdict.ToString());
        writer.WriteEndObject();
    }
}
