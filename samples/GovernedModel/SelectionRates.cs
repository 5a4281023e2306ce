using Mlops;
using Mlops.Data;
using Mlops.Evidence;
using Mlops.Reporting;
using Mlops.Serialization;

namespace GovernedModel;

/// <summary>
/// How often credit is granted to the groups of a protected attribute, each held against the largest group by the
/// four-fifths rule. The SDK's own fairness package is still to come; this sample makes the evidence itself, and says so.
/// </summary>
internal sealed record SelectionRates(IReadOnlyList<SelectionRates.Group> Groups)
{
    public const string Kind = "mlops.fairness.selection-rates";
    private const double FourFifths = 0.8;
    private const double Z = 1.959964;

    public Verdict Verdict =>
        Groups.Any(group => group.Verdict == Verdict.Fail) ? Verdict.Fail
        : Groups.Any(group => group.Verdict == Verdict.Inconclusive) ? Verdict.Inconclusive
        : Verdict.Pass;

    public Group Worst => Groups.MinBy(group => group.Ratio)!;

    public static SelectionRates Measure(Dataset data, bool[] isGranted) =>
        new([.. Compare("Age", AgeGroups(data), isGranted), .. Compare("Marital", MaritalGroups(data), isGranted)]);

    /// <summary>The document, and the statement of what it attests.</summary>
    public (EvidenceStatement Statement, Envelope Document) ToEvidence(IReadOnlyList<EvidenceSubject> subjects)
    {
        var document = Envelope.Seal(
            Kind,
            1,
            "GovernedModel (a sample)",
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("rule", "95 % interval of the ratio to the largest group's rate, against 0.8");
                writer.WriteStartArray("groups");
                foreach (var group in Groups)
                {
                    group.Write(writer);
                }

                writer.WriteEndArray();
                writer.WriteStartArray("subjects");
                foreach (var subject in subjects)
                {
                    writer.WriteStringValue($"{subject.Name} {subject.Digest}");
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }
        );
        var findings = Groups.Select(group => new Finding(
            "fairness.selection-rate",
            group.Name,
            group.Verdict,
            group.ToString()
        ));
        return (new(Kind, 1, document.Digest, subjects, Verdict, [.. findings]), document);
    }

    private static IEnumerable<Group> Compare(string attribute, string?[] groups, bool[] isGranted)
    {
        var counts = groups
            .Zip(isGranted)
            .Where(row => row.First is not null)
            .GroupBy(row => row.First!, row => row.Second)
            .Select(group => (Name: group.Key, Rows: group.Count(), Granted: group.Count(granted => granted)))
            .OrderByDescending(group => group.Rows)
            .ToList();
        var (name, rows, granted) = counts[0];
        return counts.Skip(1).Select(group => Ratio(attribute, group, (name, rows, granted)));
    }

    // The interval of a ratio of two rates on the log scale (Katz and others, 1978).
    private static Group Ratio(
        string attribute,
        (string Name, int Rows, int Granted) one,
        (string Name, int Rows, int Granted) largest
    )
    {
        var rate = (double)one.Granted / one.Rows;
        var other = (double)largest.Granted / largest.Rows;
        var error = Math.Sqrt(((1 - rate) / one.Granted) + ((1 - other) / largest.Granted));
        var ratio = rate / other;
        var (lower, upper) = (ratio * Math.Exp(-Z * error), ratio * Math.Exp(Z * error));
        var verdict =
            lower >= FourFifths ? Verdict.Pass
            : upper < FourFifths ? Verdict.Fail
            : Verdict.Inconclusive;
        return new($"{attribute}: {one.Name}", one.Rows, rate, largest.Name, ratio, lower, upper, verdict);
    }

    private static string?[] AgeGroups(Dataset data)
    {
        var age = (NumericColumn)data["Age"];
        return [.. Enumerable.Range(0, data.RowCount).Select(row => age[row] < 25 ? "under 25" : "25 and older")];
    }

    private static string?[] MaritalGroups(Dataset data)
    {
        var marital = (CategoryColumn)data["Marital"];
        return [.. Enumerable.Range(0, data.RowCount).Select(row => marital[row])];
    }

    /// <summary>One group, held against the largest of its attribute.</summary>
    internal sealed record Group(
        string Name,
        int Rows,
        double Rate,
        string Largest,
        double Ratio,
        double Lower,
        double Upper,
        Verdict Verdict
    )
    {
        public void Write(System.Text.Json.Utf8JsonWriter writer)
        {
            writer.WriteStartObject();
            writer.WriteString("group", Name);
            writer.WriteString("largest", Largest);
            writer.WriteInteger("rows", Rows);
            writer.WriteReal("rate", Rate);
            writer.WriteReal("ratio", Ratio);
            writer.WriteReal("lower", Lower);
            writer.WriteReal("upper", Upper);
            writer.WriteString("verdict", Verdict.ToString());
            writer.WriteEndObject();
        }

        public override string ToString() =>
            $"granted to {ReportFormat.Percent(Rate, 0)} of {Rows}: {ReportFormat.Fixed(Ratio, 2)} times the rate of '{Largest}' "
            + $"({ReportFormat.Fixed(Lower, 2)} to {ReportFormat.Fixed(Upper, 2)})";
    }
}
