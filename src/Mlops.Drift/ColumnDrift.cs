using Mlops.Data;
using Mlops.Drift.Detection;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift;

/// <summary>How one column has changed, and the verdict on it.</summary>
public sealed record ColumnDrift
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of its values in the reference.</summary>
    public required ColumnKind Kind { get; init; }

    /// <summary>What it is for: a feature, a label or a prediction.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>Whether it is marked as protected.</summary>
    public required bool IsProtected { get; init; }

    /// <summary>The verdict: Fail when a component fails or the column is structurally broken, Pass when every component passes.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary><see cref="ResultStatus.Ok"/>, or what is structurally wrong; then there are no components and no p-values.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The verdict in one plain sentence, with its reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Value, missingness and novelty, in that order; empty when the column is structurally broken.</summary>
    public required IReadOnlyList<DriftComponent> Components { get; init; }

    /// <summary>What decides on the values.</summary>
    public required DriftRule Rule { get; init; }

    /// <summary>The classical tests of the values, which say what is detectable; empty when the column is structurally broken.</summary>
    public required IReadOnlyList<ColumnTest> Tests { get; init; }

    /// <summary>The change that is tolerated.</summary>
    public required EffectBound Bound { get; init; }

    /// <summary>The reference in a few numbers.</summary>
    public required ColumnSummary Reference { get; init; }

    /// <summary>The current data in a few numbers.</summary>
    public required ColumnSummary Current { get; init; }

    /// <summary>The judged bins of the value, before pooling.</summary>
    public required IReadOnlyList<BinComparison> Bins { get; init; }

    /// <summary>Fine bins for a picture of a number column with many values; otherwise <see langword="null"/>.</summary>
    public DistributionPicture? Picture { get; init; }

    /// <summary>How much is new to the reference; <see langword="null"/> when the column has no values, or a sketch can't tell.</summary>
    public NoveltyShares? Novelty { get; init; }

    /// <summary>What would settle an inconclusive column; otherwise <see langword="null"/>.</summary>
    public EquivalencePlan? Settling { get; init; }

    /// <summary>The column's share of the total squared effect of all columns, in [0,1]; 0 when no column has any.</summary>
    public double Contribution { get; init; }

    /// <summary>Whether some change, however small, is detected in a component or by a test. It does not bear on the verdict, but where a test is the rule.</summary>
    public bool IsDetectable =>
        Components.Any(component => component.IsDetectable) || Tests.Any(test => test.IsDetectable);

    /// <summary>The effect of the leading component, a Jensen-Shannon distance in [0,1]; NaN when there is none.</summary>
    public double Effect => Leading?.Test.Effect ?? double.NaN;

    /// <summary>The component that the verdict rests on: of those with the column's verdict, the one with the largest effect; <see langword="null"/> when none has it.</summary>
    public DriftComponent? Leading =>
        Components.Where(component => component.Verdict == Verdict).MaxBy(component => component.Test.Effect);

    /// <summary>A component.</summary>
    /// <param name="kind">Which.</param>
    /// <returns>The component; <see langword="null"/> when the column is structurally broken.</returns>
    public DriftComponent? Component(ComponentKind kind) =>
        Components.FirstOrDefault(component => component.Kind == kind);

    /// <summary>A classical test.</summary>
    /// <param name="id">Its identifier, such as <c>kolmogorov-smirnov</c>.</param>
    /// <returns>The test; <see langword="null"/> when the column does not have it.</returns>
    public ColumnTest? Test(string id) => Tests.FirstOrDefault(test => test.Id == id);
}
