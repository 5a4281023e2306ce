using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Conformance.Operations;

/// <summary>Kuiper's test of two samples.</summary>
internal sealed class KuiperOperation : IOperation
{
    public string Name => "drift.kuiper";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        double[] x = arguments.Sample("x"),
            y = arguments.Sample("y");
        var answer = Kuiper.Test(x, y, new KuiperOptions { Method = KuiperMethod.Asymptotic });
        result.Add("statistic", answer.Statistic);
        result.Add("p_value", answer.PValue);
    }
}
