using Mlops.Data;
using Mlops.Reporting;
using Mlops.Reporting.Notebooks;
using Mlops.Statistics.Stratified;

namespace Mlops.Drift.Decomposition;

/// <summary>Why a mean has changed: because groups of rows are more or less frequent, or because the mean within them is another.</summary>
/// <remarks>
/// The outcome is a number column, such as a prediction's score, or a boolean one, whose mean is the share of true. Groups are those of
/// another column: categories, values, or bins of as many reference rows, and the rows without a value. The parts add up to the change exactly
/// (<see cref="KitagawaDecomposition"/>). Rows without an outcome are left out. O(rows), with a sort of a number column's groups.
/// </remarks>
[TypeFormatterSource(typeof(ReportFormatterSource))]
public sealed record MeanDecomposition : IReport
{
    private MeanDecomposition() { }

    /// <summary>The column whose mean is decomposed.</summary>
    public required string Outcome { get; init; }

    /// <summary>The column that groups the rows.</summary>
    public required string GroupedBy { get; init; }

    /// <summary>The change and its parts.</summary>
    public required KitagawaResult Result { get; init; }

    /// <summary>The groups in words, in the order of <see cref="KitagawaResult.Groups"/>.</summary>
    public required IReadOnlyList<string> GroupNames { get; init; }

    /// <summary>What to call the reference.</summary>
    public required string ReferenceName { get; init; }

    /// <summary>What to call the current data.</summary>
    public required string CurrentName { get; init; }

    /// <summary>Decomposes the change of a mean.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="current">The current data.</param>
    /// <param name="outcome">The number or boolean column whose mean is decomposed.</param>
    /// <param name="groupedBy">The category, boolean or number column that groups the rows.</param>
    /// <param name="options">How rows are grouped; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">A side lacks a column, or one is of a kind that can't serve.</exception>
    public static MeanDecomposition Compare(
        Dataset reference,
        Dataset current,
        string outcome,
        string groupedBy,
        DecompositionOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        options ??= DecompositionOptions.Default;
        var groups = RowGroups.Of(
            Find(reference, groupedBy, nameof(groupedBy), isOutcome: false),
            Find(current, groupedBy, nameof(groupedBy), isOutcome: false),
            options
        );
        var (a, b) = groups.Moments(
            Values(Find(reference, outcome, nameof(outcome), isOutcome: true)),
            Values(Find(current, outcome, nameof(outcome), isOutcome: true))
        );
        int[] used = [.. Enumerable.Range(0, groups.Count).Where(g => a[g].Count + b[g].Count > 0)];
        return new MeanDecomposition
        {
            Outcome = outcome,
            GroupedBy = groupedBy,
            Result = KitagawaDecomposition.Decompose(
                [.. used.Select(g => a[g])],
                [.. used.Select(g => b[g])],
                options.ConfidenceLevel
            ),
            GroupNames = [.. used.Select(g => groups.Names[g])],
            ReferenceName = reference.Name,
            CurrentName = current.Name,
        };
    }

    /// <inheritdoc/>
    public ReportDocument ToDocument() => MeanDecompositionDocument.Of(this);

    /// <summary>The change and its parts in one sentence.</summary>
    public override string ToString() => MeanDecompositionDocument.Headline(this);

    internal static double[] Values(Column column) =>
        column is NumericColumn numbers
            ? numbers.Values.ToArray()
            : [.. ((BooleanColumn)column).Codes.ToArray().Select(code => code < 0 ? double.NaN : code)];

    private static Column Find(Dataset data, string name, string parameter, bool isOutcome)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (!data.TryGetColumn(name, out var column))
        {
            throw new ArgumentException($"'{data.Name}' has no column '{name}'.", parameter);
        }

        var fits =
            column.Kind is ColumnKind.Number or ColumnKind.Boolean
            || (!isOutcome && column.Kind == ColumnKind.Category);
        return fits
            ? column
            : throw new ArgumentException(
                $"Column '{name}' is of kind {column.Kind}; {(isOutcome ? "a mean is of numbers or booleans" : "groups are of categories, booleans or numbers")}.",
                parameter
            );
    }
}
