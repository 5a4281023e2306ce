using System.Globalization;
using Mlops.Reporting.Checks;

namespace Mlops.Data.Quality.Reports;

/// <summary>Says a quality report as checks, one for each constraint.</summary>
internal static class QualityReportChecks
{
    public static CheckSuite Of(DataQualityReport report) =>
        new("data quality", report.Verdict, [.. report.Results.Select(Of)])
        {
            Properties =
            [
                new CheckProperty("data", report.Data.Name),
                new CheckProperty("rows", report.Data.RowCount.ToString(CultureInfo.InvariantCulture)),
                new CheckProperty("dataDigest", report.Data.Digest?.ToString() ?? ""),
                new CheckProperty("constraintsDigest", QualityReportJson.ConstraintsDigest(report)),
                new CheckProperty("reportDigest", report.ToEnvelope().Digest.ToString()),
                new CheckProperty("notChecked", string.Join(", ", report.UncheckedColumns)),
            ],
        };

    private static CheckResult Of(ConstraintResult result)
    {
        var isWarning = !result.IsCounted && result.Verdict == Verdict.Fail;
        var constraint = result.Constraint;
        return new CheckResult(
            QualityCheckRules.Of(constraint),
            constraint.Id,
            constraint is { Kind: not "rule", Columns: [var column, ..] } ? column : "data set",
            isWarning ? Verdict.Inconclusive : result.Verdict,
            isWarning ? $"Warning: {result.Reason}" : result.Reason
        )
        {
            Details = string.Join('\n', Details(result)),
            Measures = [.. Measures(result)],
        };
    }

    private static IEnumerable<string> Details(ConstraintResult result)
    {
        yield return $"demanded: {result.Constraint.Demand}";
        if (result.Advice.Length > 0)
        {
            yield return $"what to do: {result.Advice}";
        }

        foreach (var example in result.Examples)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"row {example.Row + 1}: {example.Value}");
        }
    }

    private static IEnumerable<CheckMeasure> Measures(ConstraintResult result)
    {
        yield return new CheckMeasure("checkedRows", result.CheckedRows);
        yield return new CheckMeasure("violatingRows", result.ViolatingRows);
        if (result.UnknownRows > 0)
        {
            yield return new CheckMeasure("unknownRows", result.UnknownRows);
        }

        if (!double.IsNaN(result.Observed))
        {
            yield return new CheckMeasure("observed", result.Observed);
        }

        if (!double.IsNaN(result.Bound))
        {
            yield return new CheckMeasure("bound", result.Bound);
        }

        if (result.Interval is { } interval)
        {
            yield return new CheckMeasure("lower", interval.Lower);
            yield return new CheckMeasure("upper", interval.Upper);
        }
    }
}
