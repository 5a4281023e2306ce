using Mlops.Data.Quality.Checking;

namespace Mlops.Data.Quality;

/// <summary>Holds data to constraints, and explores data that have none.</summary>
public static partial class DataQuality
{
    /// <summary>Checks every constraint.</summary>
    /// <param name="data">The data.</param>
    /// <param name="constraints">The constraints.</param>
    /// <param name="options">How they are checked; the defaults where left out.</param>
    /// <returns>A report; it is made whatever is wrong with the data.</returns>
    /// <remarks>
    /// <para>Columns with a type constraint are first read as that type (<see cref="Column.ConvertTo"/>); what does not convert violates it, and is missing
    /// to the others. A column that is gone, or of a kind that a constraint can't be about, fails the constraint with the reason.</para>
    /// <para>The data fail when a constraint of severity Error does, pass when all of those pass, and are otherwise inconclusive, as they are where
    /// there is none. Constraints are checked in parallel, each in one pass over its columns; the report does not depend on the threads.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static DataQualityReport Check(Dataset data, DataConstraints constraints, DataQualityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(constraints);
        options ??= DataQualityOptions.Default;
        options.Check();
        var read = data.ConvertTo(constraints.ToSchema());
        var results = new ConstraintResult[constraints.Constraints.Count];
        Parallel.For(
            0,
            results.Length,
            i => results[i] = ConstraintCheck.Of(constraints.Constraints[i], read, options)
        );
        var named = constraints
            .Constraints.SelectMany(constraint => constraint.Columns)
            .ToHashSet(StringComparer.Ordinal);
        return new DataQualityReport(
            Of(results),
            results,
            [.. data.Columns.Select(column => column.Name).Where(name => !named.Contains(name))],
            new CheckedData(data.Name, data.RowCount, data.Digest),
            constraints,
            options
        );
    }

    private static Verdict Of(ConstraintResult[] results)
    {
        var counted = results.Where(result => result.IsCounted).ToList();
        return counted.Any(result => result.Verdict == Verdict.Fail) ? Verdict.Fail
            : counted.Count > 0 && counted.All(result => result.Verdict == Verdict.Pass) ? Verdict.Pass
            : Verdict.Inconclusive;
    }
}
