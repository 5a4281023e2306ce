using Mlops.Data.Quality.Constraints;

namespace Mlops.Data.Quality.Checking;

/// <summary>Checks that values are of a kind; the column was converted to it before.</summary>
internal static class TypeCheck
{
    public static ConstraintResult Of(ColumnTypeConstraint constraint, Column column, DataQualityOptions options)
    {
        if (column.Kind != constraint.Type)
        {
            return Broken.OfAnotherType(constraint, column, constraint.Noun);
        }

        var tally = new RowTally(options.MaximumExamples);
        var texts = new Dictionary<int, string>();
        foreach (var (row, text) in FailureLog.All(column.FailureLog))
        {
            if (texts.Count < options.MaximumExamples)
            {
                texts.Add(row, text);
            }

            tally.Violate(row);
        }

        if (constraint.WholeNumbers)
        {
            RowScans.Whole((NumericColumn)column, tally);
        }

        // What did not convert is missing now, and was there before.
        tally.Checked = column.Length - column.MissingCount + column.Failures.Count;
        tally.Unknown = column.Length - tally.Checked;
        if (tally.Checked == 0 && column.Length > 0)
        {
            // Nothing contradicts the kind, and whether values are missing is another question.
            return new ConstraintResult(constraint, Verdict.Pass, "The column is of the kind, without a value.")
            {
                Status = ResultStatus.AllMissing,
                UnknownRows = tally.Unknown,
            };
        }

        return RowResult.Of(
            constraint,
            tally,
            row => texts.TryGetValue(row, out var text) ? text : RowText.Of(column, row),
            options
        );
    }
}
