using Mlops.Data.Profiles;
using Mlops.Data.Quality.Checking;
using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.Expressions.Evaluation;

namespace Mlops.Data.Quality.Inference;

/// <summary>Infers constraints from a reference.</summary>
internal static class ConstraintInference
{
    public static DataConstraints Of(Dataset reference, InferenceOptions options)
    {
        options.Check();
        var columns = reference.Columns;
        var inferred = new List<DataConstraint>[columns.Count];
        Parallel.For(
            0,
            inferred.Length,
            i => inferred[i] = [.. OfColumn(columns[i], reference.Schema.Columns[i], options)]
        );
        IEnumerable<DataConstraint> rows = options.RowCountMargin is { } margin
            ?
            [
                new RowCountConstraint(
                    (long)Math.Floor(reference.RowCount * (1 - margin)),
                    (long)Math.Ceiling(reference.RowCount * (1 + margin))
                ),
            ]
            : [];
        return new DataConstraints(
            [.. rows, .. inferred.SelectMany(each => each)],
            new CheckedData(reference.Name, reference.RowCount, reference.Digest)
        );
    }

    private static IEnumerable<DataConstraint> OfColumn(Column column, ColumnSchema schema, InferenceOptions options)
    {
        if (schema.Role == ColumnRole.Excluded)
        {
            yield break;
        }

        var name = column.Name;
        var present = column.Length - column.MissingCount;
        var isWhole = column is NumericColumn numbers && present > 0 && IsWhole(numbers);
        yield return new ColumnTypeConstraint(name, column.Kind) { WholeNumbers = isWhole };
        if (InferredBounds.Share(column.MissingCount, column.Length, options) is var share and < 0.999)
        {
            yield return new MissingShareConstraint(name, share);
        }

        if (present < options.MinimumRows)
        {
            yield break;
        }

        var isIdentifier = IsIdentifier(column, schema);
        if (isIdentifier)
        {
            yield return new UniquenessConstraint(name);
        }

        var values = column switch
        {
            NumericColumn number when !isIdentifier => OfNumbers(number, isWhole, present, options),
            CategoryColumn category => OfCategories(category, isIdentifier, present, options),
            TextColumn text => OfTexts(text, [.. Present(text)], present, options),
            TimeColumn time => OfTimes(time, options),
            _ => [],
        };
        foreach (var constraint in values)
        {
            yield return constraint;
        }
    }

    private static IEnumerable<DataConstraint> OfNumbers(
        NumericColumn column,
        bool isWhole,
        long present,
        InferenceOptions options
    )
    {
        double minimum = double.PositiveInfinity,
            maximum = double.NegativeInfinity;
        foreach (var value in column.Values.Span)
        {
            // Not Math.Min: a comparison with NaN is false, and the missing are passed over.
            minimum = value < minimum ? value : minimum;
            maximum = value > maximum ? value : maximum;
        }

        return InferredBounds.Range(column.Name, minimum, maximum, present, isWhole, options) is { } range
            ? [range]
            : [];
    }

    private static IEnumerable<DataConstraint> OfCategories(
        CategoryColumn column,
        bool isIdentifier,
        long present,
        InferenceOptions options
    )
    {
        var counts = new int[column.Categories.Count];
        foreach (var code in column.Codes.Span)
        {
            if (code != CategoryColumn.Missing)
            {
                counts[code]++;
            }
        }

        var seen = Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0).ToList();
        if (!isIdentifier && seen.Count <= options.MaximumDomainSize && seen.Count * 10L <= present)
        {
            return
            [
                new DomainConstraint(
                    column.Name,
                    [.. seen.Select(code => column.Categories[code]).Order(StringComparer.Ordinal)]
                )
                {
                    TolerableShare = InferredBounds.Share(counts.Count(count => count == 1), present, options),
                },
            ];
        }

        return OfTexts(column, [.. seen.Select(code => column.Categories[code])], present, options);
    }

    private static IEnumerable<DataConstraint> OfTexts(
        Column column,
        IReadOnlyList<string> texts,
        long present,
        InferenceOptions options
    )
    {
        int shortest = int.MaxValue,
            longest = 0;
        foreach (var text in texts)
        {
            var length = RuleText.Length(text);
            shortest = Math.Min(shortest, length);
            longest = Math.Max(longest, length);
        }

        // Codes of one length keep it; of free texts it is told when they are empty or much longer.
        int? least =
            shortest == longest ? shortest
            : shortest > 0 ? 1
            : null;
        yield return new LengthConstraint(column.Name, least, shortest == longest ? longest : 2 * longest)
        {
            TolerableShare = InferredBounds.Outside(present, options),
        };
        if (TextShape.Of(texts) is { } pattern)
        {
            yield return new PatternConstraint(column.Name, pattern)
            {
                TolerableShare = InferredBounds.Share(0, present, options),
            };
        }
    }

    private static IEnumerable<DataConstraint> OfTimes(TimeColumn column, InferenceOptions options)
    {
        if (options.MaximumAge is { } age)
        {
            yield return new FreshnessConstraint(column.Name, age);
        }

        var tally = new RowTally(0);
        RowScans.Monotony(column, MonotonyOrder.Increasing, tally);
        if (tally.Violations == 0)
        {
            yield return new MonotonyConstraint(column.Name, MonotonyOrder.Increasing)
            {
                Severity = ConstraintSeverity.Warning,
                Note = "The reference was in the order of this column.",
            };
        }
    }

    private static bool IsIdentifier(Column column, ColumnSchema schema)
    {
        if (
            schema.Role is not (null or ColumnRole.Identifier)
            || column is not (CategoryColumn or NumericColumn { SourceType: SourceType.Integer })
        )
        {
            return false;
        }

        if (
            (schema.Role is null && column.MissingCount > 0)
            || column.Length - column.MissingCount < RoleInference.MinimumIdentifierRows
        )
        {
            return false;
        }

        return column is CategoryColumn category
            ? IsAllDistinct(category.Codes.Span, code => code == CategoryColumn.Missing)
            : IsAllDistinct(((NumericColumn)column).Values.Span, double.IsNaN);
    }

    // Most columns tell soon.
    private static bool IsAllDistinct<T>(ReadOnlySpan<T> values, Func<T, bool> isMissing)
    {
        var seen = new HashSet<T>();
        foreach (var value in values)
        {
            if (!isMissing(value) && !seen.Add(value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWhole(NumericColumn column)
    {
        var tally = new RowTally(0);
        RowScans.Whole(column, tally);
        return tally.Violations == 0;
    }

    private static IEnumerable<string> Present(TextColumn column)
    {
        for (var row = 0; row < column.Length; row++)
        {
            if (column[row] is { } text)
            {
                yield return text;
            }
        }
    }
}
