using System.Text.Json;
using Mlops.Drift.Detection;
using Mlops.Serialization;

namespace Mlops.Drift.Documents;

/// <summary>The serialised form of a drift report.</summary>
internal static class DriftReportJson
{
    public const string Kind = "mlops.drift.report";
    public const int SchemaVersion = 3;

    public static Envelope Seal(DriftReport report) =>
        Envelope.Seal(Kind, SchemaVersion, Producer.Of(typeof(DriftReport).Assembly), writer => Write(writer, report));

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
        writer.WriteStartObject("dependence");
        writer.WriteString("by", report.Dependence.By);
        writer.WriteInteger("currentBlocks", report.Dependence.CurrentBlockCount);
        writer.WriteInteger("referenceBlocks", report.Dependence.ReferenceBlockCount);
        writer.WriteEndObject();
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
        writer.WriteInteger("rows", data.RowCount);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ColumnDrift column)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("bins");
        foreach (var bin in column.Bins)
        {
            writer.WriteStartObject();
            writer.WriteInteger("current", bin.CurrentCount);
            writer.WriteString("label", bin.Label);
            writer.WriteInteger("reference", bin.ReferenceCount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteReal("bound", column.Bound.Distance);
        writer.WriteStartArray("components");
        foreach (var component in column.Components)
        {
            Write(writer, component);
        }

        writer.WriteEndArray();
        writer.WriteReal("contribution", column.Contribution);
        Write(writer, "current", column.Current);
        writer.WriteBoolean("isDetectable", column.IsDetectable);
        writer.WriteBoolean("isProtected", column.IsProtected);
        writer.WriteString("kind", column.Kind.ToString());
        writer.WriteString("name", column.Name);
        writer.WriteString("reason", column.Reason);
        Write(writer, "reference", column.Reference);
        writer.WriteString("role", column.Role.ToString());
        writer.WriteString("rule", column.Rule.Id);
        writer.WriteString("status", column.Status.ToString());
        writer.WriteStartArray("tests");
        foreach (var test in column.Tests)
        {
            Write(writer, test);
        }

        writer.WriteEndArray();
        writer.WriteString("verdict", column.Verdict.ToString());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DriftComponent component)
    {
        var test = component.Test;
        writer.WriteStartObject();
        writer.WriteReal("adjustedDetectionPValue", component.AdjustedDetectionPValue);
        writer.WriteReal("adjustedDriftPValue", component.AdjustedDriftPValue);
        writer.WriteInteger("binCount", test.BinCount);
        writer.WriteInteger("currentCount", test.CurrentCount);
        writer.WriteReal("designEffect", test.Options.DesignEffect);
        writer.WriteReal("detectionPValue", test.DetectionPValue);
        writer.WriteReal("driftPValue", test.DriftPValue);
        writer.WriteReal("effect", test.Effect);
        writer.WriteReal("effectiveSize", test.EffectiveSize);
        writer.WriteString("kind", component.Kind.ToString());
        writer.WriteReal("lower", test.Interval.Lower);
        writer.WriteString("method", test.Method.ToString());
        writer.WriteInteger("referenceCount", test.ReferenceCount);
        writer.WriteReal("samePValue", test.SamePValue);
        writer.WriteString("status", test.Status.ToString());
        writer.WriteReal("upper", test.Interval.Upper);
        if (component.Verdict is { } verdict)
        {
            writer.WriteString("verdict", verdict.ToString());
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ColumnTest test)
    {
        writer.WriteStartObject();
        writer.WriteReal("adjustedPValue", test.AdjustedPValue);
        writer.WriteString("id", test.Id);
        writer.WriteBoolean("isDetectable", test.IsDetectable);
        writer.WriteReal("pValue", test.PValue);
        writer.WriteString("precision", test.Precision.ToString());
        writer.WriteReal("statistic", test.Statistic);
        writer.WriteString("status", test.Status.ToString());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string property, ColumnSummary summary)
    {
        writer.WriteStartObject(property);
        writer.WriteInteger("categories", summary.CategoryCount);
        writer.WriteReal("maximum", summary.Maximum);
        writer.WriteReal("mean", summary.Mean);
        writer.WriteReal("minimum", summary.Minimum);
        writer.WriteInteger("missing", summary.MissingCount);
        writer.WriteInteger("rows", summary.RowCount);
        writer.WriteReal("standardDeviation", summary.StandardDeviation);
        writer.WriteEndObject();
    }
}
