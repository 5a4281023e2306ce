using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Conformance.Operations;

/// <summary>The Epps-Singleton test of two samples.</summary>
internal sealed class EppsSingletonOperation : IOperation
{
    public string Name => "drift.epps_singleton";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var answer = EppsSingleton.Test(arguments.Sample("x"), arguments.Sample("y"));
        result.Add("statistic", answer.Statistic);
        result.Add("p_value", answer.PValue);
    }
}
