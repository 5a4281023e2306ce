using Mlops.Data;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.Stratified;

namespace Mlops.Drift.Decomposition;

/// <summary>The change of the label seen through one input: how the input moved, and how the label behaves given the input.</summary>
public sealed record InputShift
{
    /// <summary>The input's name.</summary>
    public required string Column { get; init; }

    /// <summary>What it is for: a feature or a prediction.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>How much the input tells of the label in the reference: mutual information over the label's entropy, less its bias, in [0,1].</summary>
    public required double Information { get; init; }

    /// <summary>The covariate part: the change of the input's distribution, over the rows with a label.</summary>
    public required EquivalenceResult Covariate { get; init; }

    /// <summary>The verdict on the covariate part, adjusted over the inputs of a role.</summary>
    public required Verdict CovariateVerdict { get; init; }

    /// <summary>The conditional part: the change of the label's distribution given the input.</summary>
    public required ConditionalEquivalenceResult Conditional { get; init; }

    /// <summary>
    /// The verdict on the conditional part, adjusted likewise. To pass, at least 90% of the rows of each side must lie where both sides
    /// have enough rows to compare.
    /// </summary>
    public required Verdict ConditionalVerdict { get; init; }

    /// <summary>The classical test of the conditional part, which sees differences in one direction.</summary>
    public required CochranMantelHaenszelResult Directional { get; init; }

    /// <summary>
    /// The change of the label's mean, or of the share of <see cref="ShiftDecomposition.LabelClass"/>: what comes of the input's
    /// distribution (composition), what of the label's behaviour given the input (within).
    /// </summary>
    public required KitagawaResult LabelChange { get; init; }
}
