using Mlops.Data.Quality;
using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.Expressions;
using Mlops.Data.Quality.Inference;
using Mlops.Reporting.Rendering;

namespace Mlops.Data.Tests.Quality;

/// <summary>What the pages show, as it is written there.</summary>
public class QualityExampleTests
{
    private const string Good = "id,amount,paid,plan\n1,10,5,basic\n2,20,20,full\n";

    [Fact]
    public void InferEditCheck_AsInTheReadme_TellsTheVerdict()
    {
        Dataset good = Dataset.ParseCsv(Good);
        DataConstraints constraints = DataConstraints
            .Infer(good, new InferenceOptions { Tolerance = 0.02 })
            .With(
                new RangeConstraint("amount", 0, 1000),
                new ExpressionConstraint("paid <= amount"),
                new UniquenessConstraint("id")
            )
            .Without("plan/missing");

        Dataset today = Dataset.ParseCsv("id,amount,paid,plan\n3,30,35,basic\n");
        DataQualityReport report = DataQuality.Check(today.Named("today"), constraints);

        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Equal("amount = 30", report["paid <= amount"].Examples[0].Value.Split(", ")[1]);
        Assert.Contains("paid <= amount", report.ToDocument().ToText(width: 100), StringComparison.Ordinal);
    }

    [Fact]
    public void RuleExpression_AsInTheReadme_GivesAColumn()
    {
        Dataset good = Dataset.ParseCsv(Good);
        BooleanColumn isPaid = RuleExpression.Parse("paid >= amount and plan in ('basic', 'full')").Evaluate(good);

        Assert.Equal([false, true], [isPaid[0], isPaid[1]]);
    }
}
