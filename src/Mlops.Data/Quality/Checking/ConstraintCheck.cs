using System.Text.RegularExpressions;
using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.Expressions;
using Mlops.Data.Quality.Expressions.Evaluation;

namespace Mlops.Data.Quality.Checking;

/// <summary>Checks one constraint; whatever is wrong with the data is a result.</summary>
internal static class ConstraintCheck
{
    public static ConstraintResult Of(DataConstraint constraint, Dataset data, DataQualityOptions options)
    {
        switch (constraint)
        {
            case CustomConstraint custom:
                return CustomCheck.Of(custom, data);
            case RowCountConstraint rows:
                return SummaryChecks.Rows(rows, data);
            case ExpressionConstraint rule:
                return Rule(rule, data, options);
        }

        var columns = new List<Column>();
        foreach (var name in constraint.Columns)
        {
            if (!data.TryGetColumn(name, out var column))
            {
                return Broken.Absent(constraint, name, data);
            }

            if (Wanted(constraint, column) is { } wanted)
            {
                return Broken.OfAnotherType(constraint, column, wanted);
            }

            columns.Add(column);
        }

        return constraint switch
        {
            ColumnExistsConstraint => new ConstraintResult(constraint, Verdict.Pass, "The column is there.")
            {
                CheckedRows = data.RowCount,
            },
            MissingShareConstraint missing => SummaryChecks.Missing(missing, columns[0], options),
            FreshnessConstraint freshness => SummaryChecks.Freshness(freshness, (TimeColumn)columns[0], options),
            ColumnTypeConstraint type => TypeCheck.Of(type, columns[0], options),
            _ => Rows((RowConstraint)constraint, columns, options),
        };
    }

    private static ConstraintResult Rows(RowConstraint constraint, List<Column> columns, DataQualityOptions options)
    {
        var tally = new RowTally(options.MaximumExamples);
        try
        {
            Scan(constraint, columns, tally);
        }
        catch (RegexMatchTimeoutException)
        {
            return Broken.TooSlow(constraint);
        }

        tally.Unknown = columns[0].Length - tally.Checked;
        return RowResult.Of(
            constraint,
            tally,
            columns.Count == 1 ? row => RowText.Of(columns[0], row) : row => RowText.Of(columns, row),
            options
        );
    }

    private static void Scan(RowConstraint constraint, List<Column> columns, RowTally tally)
    {
        switch (constraint)
        {
            case RangeConstraint range:
                RowScans.Range((NumericColumn)columns[0], range, tally);
                break;
            case DomainConstraint domain:
                RowScans.Domain(columns[0], domain, tally);
                break;
            case LengthConstraint length:
                var (low, high) = (length.Minimum ?? 0, length.Maximum ?? int.MaxValue);
                RowScans.Texts(
                    columns[0],
                    text => RuleText.Length(text) is var characters && characters >= low && characters <= high,
                    tally
                );
                break;
            case PatternConstraint pattern:
                RowScans.Texts(columns[0], TextPattern.Matcher(pattern.Pattern), tally);
                break;
            case MonotonyConstraint monotony:
                RowScans.Monotony(columns[0], monotony.Order, tally);
                break;
            default:
                RowScans.Unique(columns, tally);
                break;
        }
    }

    private static ConstraintResult Rule(ExpressionConstraint constraint, Dataset data, DataQualityOptions options)
    {
        foreach (var name in constraint.Columns)
        {
            if (!data.TryGetColumn(name, out _))
            {
                return Broken.Absent(constraint, name, data);
            }
        }

        try
        {
            var rule = constraint.Rule.Bind(data);
            var tally = new RowTally(options.MaximumExamples);
            RowScans.Rule(rule, data.RowCount, tally);
            Column[] columns = [.. constraint.Columns.Select(name => data[name])];
            return RowResult.Of(constraint, tally, row => RowText.Of(columns, row), options);
        }
        catch (RuleFormatException error)
        {
            return Broken.Unfit(constraint, error);
        }
        catch (RegexMatchTimeoutException)
        {
            return Broken.TooSlow(constraint);
        }
    }

    /// <summary>What the column would have to hold; <see langword="null"/> where it does.</summary>
    private static string? Wanted(DataConstraint constraint, Column column) =>
        (constraint, column) switch
        {
            (RangeConstraint, not NumericColumn) => "numbers",
            (LengthConstraint or PatternConstraint, not (CategoryColumn or TextColumn)) => "categories or texts",
            (FreshnessConstraint, not TimeColumn) => "times",
            (MonotonyConstraint, not (NumericColumn or TimeColumn)) => "numbers or times",
            (DomainConstraint, TimeColumn or EmbeddingColumn) => "categories, texts, booleans or numbers",
            (UniquenessConstraint, EmbeddingColumn) => "anything but embeddings",
            _ => null,
        };
}
