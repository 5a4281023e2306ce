// <snippet: Usings>
using Mlops;
using Mlops.Data;
using Mlops.Data.Quality;
using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.Expressions;
using Mlops.Data.Quality.Inference;
using Mlops.Data.Quality.SageMaker;
using Mlops.Reporting.Rendering;

// </snippet>

namespace Snippets.Documents;

internal static class Quality
{
    public static void Check()
    {
        // <snippet: Check>
        Dataset applications = Dataset.ReadCsv("credit_scoring.csv");
        Dataset good = applications.Slice(0, 3000).Named("good applications");

        // Of what comes next, one file in ten was delivered with incomes in cents.
        Dataset rest = applications.Slice(3000, 1454);
        double[] cents =
        [
            .. ((NumericColumn)rest["Income"])
                .Values.ToArray()
                .Select((income, i) => i % 500 < 50 ? income * 100 : income),
        ];
        Dataset month = Dataset.FromColumns(
            "this month",
            rest.Columns.Select(column => column.Name == "Income" ? Column.Number("Income", cents) : column)
        );

        DataConstraints constraints = DataConstraints.Infer(good);
        DataQualityReport report = DataQuality.Check(month, constraints);

        Console.WriteLine(constraints);
        Console.WriteLine(report);
        Console.WriteLine(report["Income/range"]);
        Console.WriteLine(report["Income/range"].Examples[0]);
        report.ToDocument().SaveHtml("quality.html");
        // </snippet>
    }

    public static void Edit()
    {
        // <snippet: Edit>
        Dataset applications = Dataset.ReadCsv("credit_scoring.csv");
        DataConstraints constraints = DataConstraints
            .Infer(applications, new InferenceOptions { RangeMargin = 0.5 })
            .With(
                new RangeConstraint("Age", 18, 110) { Note = "nobody under age gets credit" },
                new MissingShareConstraint("Income", 0.10) { Severity = ConstraintSeverity.Warning },
                new ExpressionConstraint("Amount <= Price"),
                new RowCountConstraint(1000, null)
            )
            .Without("Seniority/range");

        constraints.SaveEditable("constraints.json");
        DataConstraints loaded = DataConstraints.Load("constraints.json");
        Console.WriteLine(loaded["Age/range"].Demand);
        Console.WriteLine(DataQuality.Check(applications, loaded));
        // </snippet>
    }

    public static void Rules()
    {
        // <snippet: Rules>
        Dataset applications = Dataset.ReadCsv("credit_scoring.csv");
        string[] rules =
        [
            "Amount <= Price",
            "Seniority <= Age - 14",
            "Debt = 0 or Assets is not null",
            "Home in ('owner', 'parents', 'priv', 'rent') or Home is null",
            "if(Marital = 'single', Expenses < 100, true)",
            "Job not like 'part%' and length(coalesce(Job, '')) < 20",
        ];
        foreach (
            var result in DataQuality
                .Check(applications, new(rules.Select(rule => new ExpressionConstraint(rule))))
                .Results
        )
        {
            Console.WriteLine(
                $"{result.ViolatingRows, 4} violate, {result.UnknownRows, 3} unknown: {result.Constraint.Id}"
            );
        }

        BooleanColumn affordable = RuleExpression.Parse("Expenses < Income / 2").Evaluate(applications);
        Console.WriteLine($"{affordable.MissingCount} rows can't be told");
        // </snippet>
    }

    public static void Faults()
    {
        // <snippet: Faults>
        foreach (var text in new[] { "Amount <= ", "Amount <= Prise", "Home < 3" })
        {
            try
            {
                RuleExpression.Parse(text).Evaluate(Dataset.ReadCsv("credit_scoring.csv"));
            }
            catch (RuleFormatException fault)
            {
                Console.WriteLine(fault.Message);
            }
        }
        // </snippet>
    }

    public static void Shares()
    {
        // <snippet: Shares>
        DataConstraints atMostTwoPercent = new(new MissingShareConstraint("income", 0.02));
        foreach (var rows in new[] { 100, 400, 1600, 6400 })
        {
            // One row in a hundred has no income.
            double[] incomes = [.. Enumerable.Range(0, rows).Select(i => i % 100 == 7 ? double.NaN : i)];
            var result = DataQuality
                .Check(Dataset.FromColumns("rows", Column.Number("income", incomes)), atMostTwoPercent)
                .Results[0];
            Console.WriteLine(
                $"{rows} rows: {result.Observed:P1}, interval {result.Interval!.Value.Lower:P1} to {result.Interval.Value.Upper:P1}: {result.Verdict}"
            );
        }
        // </snippet>
    }

    public static void Custom()
    {
        // <snippet: Custom>
        DataConstraint balance = new CustomConstraint(
            "both outcomes are there",
            data =>
            {
                long bad = data.Where(row => row.Text("Status") == "bad").RowCount;
                double share = (double)bad / data.RowCount;
                return new CustomOutcome(
                    share is > 0.1 and < 0.5 ? Verdict.Pass : Verdict.Fail,
                    $"{share:P0} of the applicants did not pay."
                )
                {
                    Observed = share,
                };
            }
        );

        Console.WriteLine(DataQuality.Check(Dataset.ReadCsv("credit_scoring.csv"), new(balance)).Results[0]);
        // </snippet>
    }

    public static void SageMaker()
    {
        // <snippet: SageMaker>
        File.WriteAllText(
            "constraints.json",
            """
            {
              "version": 0.0,
              "features": [
                { "name": "Age", "inferred_type": "Integral", "completeness": 1.0, "num_constraints": { "is_non_negative": true } },
                { "name": "Home", "inferred_type": "String", "completeness": 0.99, "string_constraints": { "domains": ["owner", "rent"] } }
              ],
              "monitoring_config": { "evaluate_constraints": "Enabled", "datatype_check_threshold": 1.0, "domain_content_threshold": 0.6 }
            }
            """
        );

        SageMakerImport import = SageMakerConstraints.ReadFolder(".");
        var report = DataQuality.Check(
            Dataset.ReadCsv("credit_scoring.csv"),
            import.Constraints,
            new DataQualityOptions { Shares = ShareJudgement.Observed }
        );
        foreach (var result in report.Results)
        {
            Console.WriteLine($"{result.Verdict}: {result.Constraint.Demand}");
        }

        Console.WriteLine(import.NotCarried[0]);
        // </snippet>
    }
}
