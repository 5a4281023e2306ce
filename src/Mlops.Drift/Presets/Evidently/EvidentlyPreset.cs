using Mlops.Data;
using Mlops.Reporting;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Presets.Evidently;

/// <summary>Drift as <c>DataDriftPreset</c> of Evidently 0.7 tells it.</summary>
/// <remarks>
/// <para>
/// By the rows of the reference that have a value: up to 1000, numbers with more than 5 distinct values have <c>ks</c>, other columns <c>chisquare</c>, or
/// <c>z</c> with two values; above 1000, <c>wasserstein</c> and <c>jensenshannon</c>. Integers of at most ten distinct values are categories, unless some are missing.
/// Missing and infinite values are left out. The data set drifts when the share of drifted columns reaches <see cref="DriftShare"/>.
/// </para>
/// </remarks>
public sealed record EvidentlyPreset : DriftPreset
{
    private const int SmallReference = 1000;
    private const int FewValues = 5;
    private const int IntegerCategories = 10;
    private readonly double _driftShare = 0.5;

    internal EvidentlyPreset()
        : base("evidently", "Evidently", "0.7", EvidentlyCatalogue.All) { }

    /// <summary>The share of drifted columns from which the data set has drifted.</summary>
    /// <value>In [0,1]; the default is 0.5.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not in [0,1].</exception>
    public double DriftShare
    {
        get => _driftShare;
        init =>
            _driftShare = value is >= 0 and <= 1
                ? value
                : throw new ArgumentOutOfRangeException(nameof(DriftShare), value, "A share lies in [0,1].");
    }

    internal override bool TakesForNumber(NumericColumn reference) =>
        reference.SourceType != SourceType.Integer
        || reference.MissingCount > 0
        || CategoryPair.Distinct(reference.Values.Span).Length > IntegerCategories;

    internal override PresetMethod DefaultMethod(PresetColumnPair pair)
    {
        double[] reference = EvidentlyMethods.Finite(pair.ReferenceValues),
            current = EvidentlyMethods.Finite(pair.CurrentValues);
        var isNumeric = pair.Reference.Kind == ColumnKind.Number;
        var values = isNumeric ? CategoryPair.Distinct([.. reference, .. current]).Length : pair.Categories.Count;
        var rows = isNumeric ? reference.Length : pair.Categories.ReferenceCounts.Sum();
        return (rows <= SmallReference, pair.IsNumber && values > FewValues) switch
        {
            (true, true) => EvidentlyCatalogue.KolmogorovSmirnov,
            (true, false) => values > 2 ? EvidentlyCatalogue.ChiSquare : EvidentlyCatalogue.TwoProportions,
            (false, true) => EvidentlyCatalogue.Wasserstein,
            _ => EvidentlyCatalogue.JensenShannon,
        };
    }

    // Evidently drops what is missing or infinite before any method sees it.
    internal override PresetColumn Score(PresetColumnPair pair, ComputeContext? context) =>
        base.Score(Cleaned(pair), context);

    internal override PresetDecision Decide(IReadOnlyList<PresetColumn> columns)
    {
        if (columns.Count == 0)
        {
            return new(Verdict.Inconclusive, "There is no column to compare.");
        }

        var drifted = columns.Count(column => column.IsDetected);
        var isDrift = (double)drifted / columns.Count >= DriftShare;
        return new(
            isDrift ? Verdict.Fail : Verdict.Pass,
            $"{drifted} of {columns.Count} columns drifted; the data set has drifted from {ReportFormat.Percent(DriftShare, 0)} on."
        );
    }

    private static PresetColumnPair Cleaned(PresetColumnPair pair) =>
        pair.Reference is NumericColumn reference && pair.Current is NumericColumn current
            ? new(
                Column.Number(reference.Name, EvidentlyMethods.Finite(reference.Values.Span)),
                Column.Number(current.Name, EvidentlyMethods.Finite(current.Values.Span)),
                pair.Role
            )
            {
                IsNumber = pair.IsNumber,
            }
            : pair;
}
