using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Conformance.Operations;

/// <summary>Mood's test of scale.</summary>
internal sealed class MoodOperation : IOperation
{
    public string Name => "drift.mood";

    public FrozenDictionary<string, string> ArgumentNames => TwoSampleArguments.Names;

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        double[] x = arguments.Sample("x"),
            y = arguments.Sample("y");
        var answer = Mood.Test(x, y, new MoodOptions { Method = MoodMethod.Asymptotic });
        if (answer.Status != ResultStatus.Ok)
        {
            throw InvalidCaseException.Argument("x", "and 'y' need three values or more, and not all equal ones.");
        }

        result.Add("statistic", answer.Statistic);
        result.Add("p_value", answer.PValue);
    }
}
