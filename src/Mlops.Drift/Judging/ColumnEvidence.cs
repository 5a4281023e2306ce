using Mlops.Data.Profiles;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Judging;

/// <summary>What is known of a column before columns are judged together.</summary>
internal sealed record ColumnEvidence(
    ColumnProfile Reference,
    ColumnProfile Current,
    EffectBound Bound,
    ResultStatus Status,
    string StructuralReason,
    ValueBins Bins,
    IReadOnlyList<(ComponentKind Kind, EquivalenceResult Test)> Tests
)
{
    public ProfiledColumn Definition => Reference.Definition;

    public static ColumnEvidence Gather(ColumnProfile reference, ColumnProfile current, DriftOptions options)
    {
        var bound = options.BoundOf(reference.Definition.Schema.Name);
        var bins = ValueBins.Of(reference, current);
        var (status, reason) = StructuralCheck.Check(reference, current, options);
        var tests = status == ResultStatus.Ok ? ComponentTests.Run(reference, current, bins, bound.Distance) : [];
        return new ColumnEvidence(reference, current, bound, status, reason, bins, tests);
    }
}
