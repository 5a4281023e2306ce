using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Reporting;

namespace Mlops.Drift.Judging;

/// <summary>Finds what makes a column fail before any distribution is compared.</summary>
internal static class StructuralCheck
{
    /// <summary>How improbable an all-missing or constant column must be under the reference to fail.</summary>
    public const double ImprobableAt = 0.001;

    public static (ResultStatus Status, string Reason) Check(
        ColumnProfile reference,
        ColumnProfile current,
        DriftOptions options
    )
    {
        if (current.RowCount == 0)
        {
            return (ResultStatus.Ok, "");
        }

        if (current.AbsentCount == current.RowCount)
        {
            return (ResultStatus.Absent, "The column is gone: the current data do not have it.");
        }

        var failures = current.Failures;
        var there = current.PresentCount + failures.Count;
        if (failures.Count > options.TolerableConversionFailureShare * there)
        {
            return (
                ResultStatus.TypeMismatch,
                $"{ReportFormat.Count(failures.Count)} of {ReportFormat.Count(there)} values are not {Noun(reference.Definition.Schema.Kind)}, as the reference's are; the first is '{failures.FirstValue}' in row {ReportFormat.Count(failures.FirstRow + 1)}."
            );
        }

        if (current.PresentCount == 0 && IsImprobable(reference.MissingCount, reference.RowCount, current.RowCount))
        {
            return (
                ResultStatus.AllMissing,
                $"Every value is missing, where the reference lacks {ReportFormat.Percent(Share(reference.MissingCount, reference.RowCount))}."
            );
        }

        return current.IsConstant && IsImprobable(reference.ModalCount, reference.PresentCount, current.PresentCount)
            ? (ResultStatus.Constant, "Every value is the same, where the reference's vary.")
            : (ResultStatus.Ok, "");
    }

    // The chance that all of the current values fall where only this share of the reference's does; 0/0 counts as certain.
    private static bool IsImprobable(long count, long of, long draws) =>
        of > 0 && draws * Math.Log(Share(count, of)) <= Math.Log(ImprobableAt);

    private static double Share(long count, long of) => of == 0 ? double.NaN : (double)count / of;

    private static string Noun(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Number => "numbers",
            ColumnKind.Boolean => "true or false",
            ColumnKind.Time => "times",
            ColumnKind.Embedding => "vectors",
            _ => "text",
        };
}
