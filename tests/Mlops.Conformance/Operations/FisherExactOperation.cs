using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Conformance.Operations;

/// <summary>Fisher's exact test of a table of two by two.</summary>
internal sealed class FisherExactOperation : IOperation
{
    public string Name => "drift.fisher_exact";

    public FrozenDictionary<string, string> ArgumentNames { get; } =
        new Dictionary<string, string> { ["options"] = "alternative" }.ToFrozenDictionary();

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var table = arguments.Table("table");
        if (table.GetLength(0) != 2 || table.GetLength(1) != 2)
        {
            throw InvalidCaseException.Argument("table", "must have two rows and two columns.");
        }

        var alternative = arguments.Choice("alternative", "two-sided", "less", "greater") switch
        {
            "greater" => OddsRatioAlternative.Greater,
            "less" => OddsRatioAlternative.Less,
            _ => OddsRatioAlternative.TwoSided,
        };
        var answer = FisherExact.Test(table, new FisherExactOptions { Alternative = alternative });

        // SciPy's p-value where a margin is 0, so that there is only the one table.
        result.Add("p_value", answer.Status == ResultStatus.Ok ? answer.PValue : 1);
    }
}
