using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Drift.Documents;

/// <summary>The serialised form of a drift report.</summary>
internal static class DriftReportJson
{
    public const string Kind = "mlops.drift.report";
    public const int SchemaVersion = 1;

    public static Envelope Seal(DriftReport report) =>
        Envelope.Seal(Kind, SchemaVersion, ProducerName.Value, writer => Write(writer, report));

    private static void Write(Utf8JsonWriter writer, DriftReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("baseline", report.Baseline.ToString());
        writer.WriteStartArray("columns");
        foreach (var column in report.Columns)
        {
            Write(writer, column);
        }

        writer.WriteEndArray();
        Write(writer, "current", report.Current);
        writer.WriteStartArray("omitted");
        foreach (var column in report.Omitted)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            writer.WriteString("reason", column.Reason);
            if (column.Role is { } role)
            {
                writer.WriteString("role", role.ToString());
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("options");
        DriftOptionsJson.Write(writer, report.Options);
        Write(writer, "reference", report.Reference);
        writer.WriteString("verdict", report.Verdict.ToString());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string property, ComparedData data)
    {
        writer.WriteStartObject(property);
        writer.WriteString("digest", data.Digest.ToString());
        writer.WriteString("name", data.Name);
        Integer(writer, "rows", data.RowCount);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ColumnDrift column)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("bins");
        foreach (var bin in column.Bins)
        {
            writer.WriteStartObject();
            Integer(writer, "current", bin.CurrentCount);
            writer.WriteString("label", bin.Label);
            Integer(writer, "reference", bin.ReferenceCount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Real(writer, "bound", column.Bound.Distance);
        writer.WriteStartArray("components");
        foreach (var component in column.Components)
        {
            Write(writer, component);
        }

        writer.WriteEndArray();
        Real(writer, "contribution", column.Contribution);
        Write(writer, "current", column.Current);
        writer.WriteBoolean("isDetectable", column.IsDetectable);
        writer.WriteBoolean("isProtected", column.IsProtected);
        writer.WriteString("kind", column.Kind.ToString());
        writer.WriteString("name", column.Name);
        writer.WriteString("reason", column.Reason);
        Write(writer, "reference", column.Reference);
        writer.WriteString("role", column.Role.ToString());
        writer.WriteString("status", column.Status.ToString());
        writer.WriteString("verdict", column.Verdict.ToString());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DriftComponent component)
    {
        var test = component.Test;
        writer.WriteStartObject();
        Real(writer, "adjustedDetectionPValue", component.AdjustedDetectionPValue);
        Real(writer, "adjustedDriftPValue", component.AdjustedDriftPValue);
        Integer(writer, "binCount", test.BinCount);
        Integer(writer, "currentCount", test.CurrentCount);
        Real(writer, "detectionPValue", test.DetectionPValue);
        Real(writer, "driftPValue", test.DriftPValue);
        Real(writer, "effect", test.Effect);
        Real(writer, "effectiveSize", test.EffectiveSize);
        writer.WriteString("kind", component.Kind.ToString());
        Real(writer, "lower", test.Interval.Lower);
        writer.WriteString("method", test.Method.ToString());
        Integer(writer, "referenceCount", test.ReferenceCount);
        Real(writer, "samePValue", test.SamePValue);
        writer.WriteString("status", test.Status.ToString());
        Real(writer, "upper", test.Interval.Upper);
        if (component.Verdict is { } verdict)
        {
            writer.WriteString("verdict", verdict.ToString());
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string property, ColumnSummary summary)
    {
        writer.WriteStartObject(property);
        Integer(writer, "categories", summary.CategoryCount);
        Real(writer, "maximum", summary.Maximum);
        Real(writer, "mean", summary.Mean);
        Real(writer, "minimum", summary.Minimum);
        Integer(writer, "missing", summary.MissingCount);
        Integer(writer, "rows", summary.RowCount);
        Real(writer, "standardDeviation", summary.StandardDeviation);
        writer.WriteEndObject();
    }

    private static void Integer(Utf8JsonWriter writer, string property, long value)
    {
        writer.WritePropertyName(property);
        writer.WriteInteger(value);
    }

    private static void Real(Utf8JsonWriter writer, string property, double value)
    {
        writer.WritePropertyName(property);
        writer.WriteReal(value);
    }
}
