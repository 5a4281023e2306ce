using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Conformance.Operations;

/// <summary>The pooled z-test of two proportions; z has the sign of the first less the second there, and the other way round here.</summary>
internal sealed class TwoProportionOperation : IOperation
{
    public string Name => "drift.two_proportion";

    public FrozenDictionary<string, string> ArgumentNames { get; } =
        new Dictionary<string, string>
        {
            ["referenceSuccesses"] = "successes",
            ["currentSuccesses"] = "successes",
            ["referenceTrials"] = "trials",
            ["currentTrials"] = "trials",
        }.ToFrozenDictionary();

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var successes = Two(arguments, "successes");
        var trials = Two(arguments, "trials");
        arguments.Choice("alternative", "two-sided");
        var answer = TwoProportions.Test(successes[0], trials[0], successes[1], trials[1]);
        if (answer.Status != ResultStatus.Ok)
        {
            throw InvalidCaseException.Argument(
                answer.Status == ResultStatus.Empty ? "trials" : "successes",
                "leave nothing to compare: both sides need trials, and not all may end alike."
            );
        }

        result.Add("statistic", -answer.Statistic);
        result.Add("p_value", answer.PValue);
    }

    private static long[] Two(CaseArguments arguments, string name)
    {
        var counts = arguments.Counts(name);
        return counts.Length == 2
            ? counts
            : throw InvalidCaseException.Argument(name, $"has {counts.Length} values; there must be two.");
    }
}
