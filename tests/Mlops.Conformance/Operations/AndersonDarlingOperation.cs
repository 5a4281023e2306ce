using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Conformance.Operations;

/// <summary>The Anderson-Darling test of several samples; its statistic alone.</summary>
internal sealed class AndersonDarlingOperation : IOperation
{
    public string Name => "drift.anderson_darling";

    public FrozenDictionary<string, string> ArgumentNames => FrozenDictionary<string, string>.Empty;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var answer = AndersonDarling.TestSamples(
            arguments.Samples("samples"),
            new AndersonDarlingOptions
            {
                Method = AndersonDarlingMethod.Interpolated,
                Ties = arguments.Flag("midrank", ifLeftOut: true)
                    ? AndersonDarlingTies.Midranks
                    : AndersonDarlingTies.Discrete,
            }
        );
        result.Add("statistic", answer.Statistic);
    }
}
