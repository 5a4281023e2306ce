using System.Collections.Immutable;
using Mlops.Data;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift;

/// <summary>What changes a drift verdict. It is frozen into the baseline, saved with it, and part of its digest.</summary>
/// <remarks>Immutable; make variants with <c>with</c>. Everything is checked when a baseline is fitted.</remarks>
public sealed record DriftOptions
{
    /// <summary>The default options.</summary>
    public static DriftOptions Default { get; } = new();

    /// <summary>The largest change that is tolerated in a column.</summary>
    /// <value>The default is a Jensen-Shannon distance of 0.10 (base 2), a shift of about 0.24 standard deviations.</value>
    public EffectBound Bound { get; init; } = EffectBound.JensenShannon(EquivalenceOptions.DefaultBound);

    /// <summary>Bounds of single columns, by name, in place of <see cref="Bound"/>.</summary>
    /// <value>The default is none.</value>
    public ImmutableSortedDictionary<string, EffectBound> ColumnBounds { get; init; } =
        ImmutableSortedDictionary.Create<string, EffectBound>(StringComparer.Ordinal);

    /// <summary>How the values of number columns are judged.</summary>
    /// <value>The default is <see cref="DriftRule.Effect"/>: by the size of the change.</value>
    public DriftRule NumericRule { get; init; } = DriftRule.Effect;

    /// <summary>How the values of category and boolean columns are judged.</summary>
    /// <value>The default is <see cref="DriftRule.Effect"/>: by the size of the change.</value>
    public DriftRule CategoricalRule { get; init; } = DriftRule.Effect;

    /// <summary>The rules of single columns, by name, in place of those of their kind.</summary>
    /// <value>The default is none.</value>
    public ImmutableSortedDictionary<string, DriftRule> ColumnRules { get; init; } =
        ImmutableSortedDictionary.Create<string, DriftRule>(StringComparer.Ordinal);

    /// <summary>Further classical tests and distances that stand beside the verdict, by identifier, such as <c>mann-whitney</c>.</summary>
    /// <value>The default is none: Kolmogorov-Smirnov, chi-square, Wasserstein and the population stability index are always there.</value>
    public ImmutableSortedSet<string> FurtherTests { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>How p-values are adjusted for the number of columns.</summary>
    /// <value>The default is Benjamini and Hochberg's, which controls the false discovery rate; Holm's and Bonferroni's control the chance of any false Fail.</value>
    public PValueAdjustmentMethod Adjustment { get; init; } = PValueAdjustmentMethod.BenjaminiHochberg;

    /// <summary>The false discovery rate at which changes beyond the bound are called, in (0,1).</summary>
    /// <value>The default is 0.05, within features, labels and predictions each; where <see cref="Adjustment"/> controls the family-wise error, it is that rate.</value>
    public double FalseDiscoveryRate { get; init; } = 0.05;

    /// <summary>The level at which a column is called unchanged within the bound, in (0, 0.5).</summary>
    /// <value>The default is 0.05.</value>
    public double EquivalenceLevel { get; init; } = 0.05;

    /// <summary>The least effective size n m / (n + m) with which a column can pass.</summary>
    /// <value>The default is 100.</value>
    public double MinimumEffectiveSize { get; init; } = 100;

    /// <summary>The share of values that may fail to convert to the reference's type before the column fails, in [0,1].</summary>
    /// <value>The default is 0: a number column with text in it has changed. Below the limit they count as missing.</value>
    public double TolerableConversionFailureShare { get; init; }

    /// <summary>The share of columns, by importance, that may fail before the data set does, in [0,1).</summary>
    /// <value>The default is 0: one failed column fails the data set. Undecided columns count as if they might fail.</value>
    public double TolerableFailedShare { get; init; }

    /// <summary>The importance of columns, by name, for <see cref="TolerableFailedShare"/>; 1 where none is given.</summary>
    /// <value>The default is none.</value>
    public ImmutableSortedDictionary<string, double> ColumnImportance { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>Which rows may depend on each other, so that they tell less than as many independent ones.</summary>
    /// <value>The default is <see cref="RowDependence.Auto"/>: by what the columns' roles say.</value>
    public RowDependence Dependence { get; init; } = RowDependence.Auto;

    /// <summary>The bound of a column.</summary>
    /// <param name="column">The column's name.</param>
    public EffectBound BoundOf(string column) => ColumnBounds.TryGetValue(column, out var bound) ? bound : Bound;

    /// <summary>The rule by which a column's values are judged.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="kind">The kind of its values in the reference.</param>
    public DriftRule RuleOf(string column, ColumnKind kind) =>
        ColumnRules.TryGetValue(column, out var rule) ? rule
        : kind == ColumnKind.Number ? NumericRule
        : CategoricalRule;

    /// <summary>The importance of a column.</summary>
    /// <param name="column">The column's name.</param>
    public double ImportanceOf(string column) =>
        ColumnImportance.TryGetValue(column, out var importance) ? importance : 1;

    /// <inheritdoc/>
    public bool Equals(DriftOptions? other) =>
        other is not null
        && Bound == other.Bound
        && NumericRule == other.NumericRule
        && CategoricalRule == other.CategoricalRule
        && ColumnRules.SequenceEqual(other.ColumnRules)
        && Adjustment == other.Adjustment
        && Dependence == other.Dependence
        && FurtherTests.SequenceEqual(other.FurtherTests)
        && FalseDiscoveryRate.Equals(other.FalseDiscoveryRate)
        && EquivalenceLevel.Equals(other.EquivalenceLevel)
        && MinimumEffectiveSize.Equals(other.MinimumEffectiveSize)
        && TolerableConversionFailureShare.Equals(other.TolerableConversionFailureShare)
        && TolerableFailedShare.Equals(other.TolerableFailedShare)
        && ColumnBounds.SequenceEqual(other.ColumnBounds)
        && ColumnImportance.SequenceEqual(other.ColumnImportance);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Bound, FalseDiscoveryRate, EquivalenceLevel, ColumnBounds.Count);
}
