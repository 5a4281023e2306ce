using System.Text.Json;
using Mlops.Data.Quality.Constraints;
using Mlops.Serialization;

namespace Mlops.Data.Quality.Reports;

/// <summary>The serialised form of a quality report.</summary>
internal static class QualityReportJson
{
    public const string Kind = "mlops.data.quality-report";
    public const int SchemaVersion = 1;

    public static Envelope Seal(DataQualityReport report) =>
        Envelope.Seal(
            Kind,
            SchemaVersion,
            Producer.Of(typeof(DataQualityReport).Assembly),
            writer => Write(writer, report)
        );

    /// <summary>The digest of the constraints; empty where one of them is code.</summary>
    public static string ConstraintsDigest(DataQualityReport report) =>
        report.Constraints.Constraints.Any(constraint => constraint is CustomConstraint)
            ? ""
            : report.Constraints.ToEnvelope().Digest.ToString();

    private static void Write(Utf8JsonWriter writer, DataQualityReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("constraints", ConstraintsDigest(report));
        writer.WriteStartObject("data");
        writer.WriteString("digest", report.Data.Digest?.ToString() ?? "");
        writer.WriteString("name", report.Data.Name);
        writer.WriteInteger("rows", report.Data.RowCount);
        writer.WriteEndObject();
        writer.WriteStartObject("options");
        writer.WriteReal("confidenceLevel", report.Options.ConfidenceLevel);
        writer.WriteInteger("maximumExamples", report.Options.MaximumExamples);
        writer.WriteString("shares", report.Options.Shares.ToString());
        writer.WriteEndObject();
        writer.WriteStartArray("results");
        foreach (var result in report.Results)
        {
            Write(writer, result);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("uncheckedColumns");
        foreach (var column in report.UncheckedColumns)
        {
            writer.WriteStringValue(column);
        }

        writer.WriteEndArray();
        writer.WriteString("verdict", report.Verdict.ToString());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ConstraintResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("advice", result.Advice);
        writer.WriteReal("bound", result.Bound);
        writer.WriteInteger("checkedRows", result.CheckedRows);
        writer.WriteStartArray("columns");
        foreach (var column in result.Constraint.Columns)
        {
            writer.WriteStringValue(column);
        }

        writer.WriteEndArray();
        writer.WriteString("demand", result.Constraint.Demand);
        writer.WriteStartArray("examples");
        foreach (var example in result.Examples)
        {
            writer.WriteStartObject();
            writer.WriteInteger("row", example.Row);
            writer.WriteString("value", example.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("id", result.Constraint.Id);
        writer.WriteString("kind", result.Constraint.Kind);
        if (result.Interval is { } interval)
        {
            writer.WriteReal("lower", interval.Lower);
        }

        writer.WriteString("measure", result.Measure);
        writer.WriteReal("observed", result.Observed);
        writer.WriteString("reason", result.Reason);
        writer.WriteString("severity", result.Constraint.Severity.ToString());
        writer.WriteString("status", result.Status.ToString());
        writer.WriteInteger("unknownRows", result.UnknownRows);
        if (result.Interval is { } limits)
        {
            writer.WriteReal("upper", limits.Upper);
        }

        writer.WriteString("verdict", result.Verdict.ToString());
        writer.WriteInteger("violatingRows", result.ViolatingRows);
        writer.WriteEndObject();
    }
}
