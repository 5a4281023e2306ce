using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.Equivalence;

namespace Mlops.Conformance.Operations;

/// <summary>The verdict's rule for one component with the bins as given: no pooling, no boxes.</summary>
internal sealed class EquivalenceOperation : IOperation
{
    public string Name => "drift.equivalence";

    public FrozenDictionary<string, string> ArgumentNames { get; } =
        new Dictionary<string, string>
        {
            ["referenceCounts"] = "reference_counts",
            ["currentCounts"] = "current_counts",
            [nameof(EquivalenceOptions.Bound)] = "delta",
        }.ToFrozenDictionary();

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var answer = EquivalenceTest.Evaluate(
            arguments.Counts("reference_counts"),
            arguments.Counts("current_counts"),
            new EquivalenceOptions
            {
                Bound = arguments.Number("delta", EquivalenceOptions.DefaultBound),
                SparseTwoBins = SparseTwoBinMethod.None,
            }
        );
        if (answer.Status == ResultStatus.Empty)
        {
            var side = answer.ReferenceCount == 0 ? "reference_counts" : "current_counts";
            throw InvalidCaseException.Argument(side, "sums to 0; at least one count must be positive.");
        }

        result.Add("effect", answer.Effect);
        result.Add("p_drift", answer.DriftPValue);
        result.Add("p_same", answer.SamePValue);
        result.Add("lower", answer.Interval.Lower);
        result.Add("upper", answer.Interval.Upper);
    }
}
