using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Conformance.Operations;

/// <summary>The rank test of Kruskal and Wallis.</summary>
internal sealed class KruskalWallisOperation : IOperation
{
    public string Name => "drift.kruskal_wallis";

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var answer = KruskalWallis.TestSamples(
            arguments.Samples("samples"),
            new KruskalWallisOptions { Method = KruskalWallisMethod.Asymptotic }
        );
        if (answer.Status != ResultStatus.Ok)
        {
            throw InvalidCaseException.Argument("samples", "holds one value only; at least two are needed.");
        }

        result.Add("statistic", answer.Statistic);
        result.Add("p_value", answer.PValue);
    }
}
