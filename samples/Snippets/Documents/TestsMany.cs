// <snippet: Usings>
using Mlops.Statistics.MultipleTesting;
using Mlops.Statistics.MultipleTesting.Online;

// </snippet>

namespace Snippets.Documents;

internal static class TestsMany
{
    public static void Adjusting()
    {
        // <snippet: Adjusting>
        double[] pValues = [0.001, 0.02, 0.03, 0.4];
        var adjusted = new double[pValues.Length];
        foreach (var method in Enum.GetValues<PValueAdjustmentMethod>())
        {
            PValueAdjustment.Adjust(pValues, method, adjusted);
            Console.WriteLine($"{method}: {string.Join(" ", adjusted.Select(p => $"{p:F3}"))}");
        }
        // </snippet>
    }

    public static void Online()
    {
        // <snippet: Online>
        double[] pValues = [0.3, 0.00001, 0.04, 0.0004, 0.7, 0.002, 0.5];
        Lord lord = new LordDefinition(falseDiscoveryRate: 0.05).Create();
        Saffron saffron = new SaffronDefinition(falseDiscoveryRate: 0.05).Create();

        foreach (var p in pValues)
        {
            OnlineDecision slow = lord.Add(p);
            OnlineDecision quick = saffron.Add(p);
            Console.WriteLine(
                $"p = {p:F5}: LORD {slow.Level:F5} {slow.IsRejected, -5}  SAFFRON {quick.Level:F5} {quick.IsRejected}"
            );
        }

        ELond evidence = new ELondDefinition().Create();
        OnlineDecision decision = evidence.Add(eValue: 120);
        Console.WriteLine($"e = {decision.Value} against {1 / decision.Level:F0}: {decision.IsRejected}");
        // </snippet>
    }
}
