using System.Text;
using Mlops.Data.Quality;
using Mlops.Data.Quality.Constraints;
using Mlops.Serialization;

namespace Mlops.Data.Tests.Quality;

public class DataConstraintsTests
{
    private static readonly DataConstraints All = new(
        new ColumnExistsConstraint("a"),
        new ColumnTypeConstraint("a", ColumnKind.Number) { WholeNumbers = true, TolerableShare = 0.25 },
        new RangeConstraint("a", -0.1, 1e21)
        {
            Severity = ConstraintSeverity.Warning,
            Note = "from the \"data sheet\"",
        },
        new MissingShareConstraint("a", 0.05),
        new DomainConstraint("b", ["x", "ÿ", ""]) { Id = "plans" },
        new UniquenessConstraint(["a", "b"]),
        new LengthConstraint("b", 1, null),
        new PatternConstraint("b", "^[A-Z]{2}$"),
        new RowCountConstraint(10, 1000),
        new FreshnessConstraint("t", TimeSpan.FromHours(36.5)),
        new MonotonyConstraint("t", MonotonyOrder.StrictlyDecreasing),
        new ExpressionConstraint("a <= 3 or b = 'x'")
    );

    [Fact]
    public void FromBytes_SealedAndEditable_RoundTrip()
    {
        var sealedAgain = DataConstraints.FromBytes(All.ToEnvelope().Bytes);
        var editedAgain = DataConstraints.FromBytes(Encoding.UTF8.GetBytes(All.ToJson()));

        Assert.Equal(All.Constraints, sealedAgain.Constraints);
        Assert.Equal(All.Constraints, editedAgain.Constraints);
        Assert.Equal(All.ToEnvelope().Digest, editedAgain.ToEnvelope().Digest);
    }

    [Fact]
    public void FromBytes_TheGoldenFileOfVersion1_ReadsAndRoundTrips()
    {
        var bytes = File.ReadAllBytes(Golden("constraints.v1.json"));

        var read = DataConstraints.FromBytes(bytes);

        Assert.Equal(All.Constraints, read.Constraints);
        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(All.ToEnvelope().Bytes.Span));
    }

    [Fact]
    public void FromBytes_WhatAPersonWrites_IsRead()
    {
        const string Text = """
            [
              // what the contract says
              { "kind": "range", "column": "income", "minimum": 0 },
              { "kind": "rule", "rule": "paid <= income", "id": "payments", "severity": "Warning", },
            ]
            """;

        var read = DataConstraints.FromBytes(Encoding.UTF8.GetBytes("\uFEFF" + Text));

        Assert.Equal(["income/range", "payments"], read.Constraints.Select(constraint => constraint.Id));
        Assert.Equal(new RangeConstraint("income", 0, null), read["income/range"]);
        Assert.Equal(ConstraintSeverity.Warning, read["payments"].Severity);
    }

    [Theory]
    [InlineData("""[{"kind":"rnage","column":"a"}]""", "constraint 1 (of kind 'rnage')", "there is no kind 'rnage'")]
    [InlineData("""[{"kind":"range","column":"a","min":0}]""", "'min' is not a property", "nearest is 'minimum'")]
    [InlineData("""[{"kind":"range","column":"a"}]""", "'a/range'", "it has no limit")]
    [InlineData("""[{"kind":"range","column":"a","minimum":"x"}]""", "constraint 1", "not a number")]
    [InlineData("""[{"kind":"missing","column":"a","maximumShare":1.5}]""", "'a/missing'", "not in [0,1)")]
    [InlineData("""[{"kind":"rule","rule":"a >"}]""", "constraint 1", "Character 4")]
    [InlineData("""[{"kind":"pattern","column":"a","pattern":"("}]""", "'a/pattern'", "not a regular expression")]
    [InlineData("""[{"kind":"length","column":"a","maximum":99999999999}]""", "constraint 1", "no length")]
    [InlineData("""[{"kind":"exists","column":"a"},{"kind":"exists","column":"a"}]""", "Two constraints", "a/exists")]
    [InlineData("""[3]""", "constraint 1", "object")]
    [InlineData("""{"constraint":[]}""", "'constraint' is not a property", "constraints")]
    [InlineData(
        """{"kind":"mlops.drift.baseline","constraints":[]}""",
        "mlops.drift.baseline",
        "mlops.data.constraints"
    )]
    [InlineData("""{"constraints":3}""", "'constraints'", "array")]
    [InlineData("""nonsense""", "not JSON", "")]
    public void FromBytes_Mistakes_AreToldWithThePlace(string json, string where, string what)
    {
        var error = Assert.Throws<EnvelopeFormatException>(() =>
            DataConstraints.FromBytes(Encoding.UTF8.GetBytes(json))
        );

        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromBytes_NewerOrAlteredFiles_AreRefused()
    {
        Assert.Throws<UnsupportedSchemaVersionException>(() =>
            DataConstraints.FromBytes("""{"schemaVersion":2,"constraints":[]}"""u8.ToArray())
        );
        var altered = Encoding
            .UTF8.GetString(All.ToEnvelope().Bytes.Span)
            .Replace("0.05", "0.5", StringComparison.Ordinal);
        Assert.Contains(
            "altered",
            Assert
                .Throws<EnvelopeFormatException>(() => DataConstraints.FromBytes(Encoding.UTF8.GetBytes(altered)))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Save_ACustomConstraint_IsAnErrorThatNamesIt()
    {
        var custom = All.With(new CustomConstraint("balance", _ => new CustomOutcome(Verdict.Pass, "")));

        Assert.Contains(
            "'balance'",
            Assert.Throws<InvalidOperationException>(() => custom.ToEnvelope()).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<InvalidOperationException>(() => custom.ToJson());
        Assert.Equal(All.Constraints, custom.Without("balance").Constraints);
    }

    [Fact]
    public void Save_Load_BothForms()
    {
        var folder = Directory.CreateTempSubdirectory("mlops-constraints-");
        try
        {
            var path = Path.Combine(folder.FullName, "c.json");
            All.Save(path);
            Assert.Equal(All.Constraints, DataConstraints.Load(path).Constraints);
            All.SaveEditable(path);
            Assert.Equal(All.Constraints, DataConstraints.Load(path).Constraints);
            File.WriteAllText(path, "{");
            Assert.StartsWith(
                path,
                Assert.Throws<EnvelopeFormatException>(() => DataConstraints.Load(path)).Message,
                StringComparison.Ordinal
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void With_ReplacesByIdInPlace_AndAddsAtTheEnd()
    {
        var changed = All.With(new RangeConstraint("a", 0, 5), new RangeConstraint("z", 0, 5));

        Assert.Equal(All.Constraints.Count + 1, changed.Constraints.Count);
        Assert.Equal(new RangeConstraint("a", 0, 5), changed.Constraints[2]);
        Assert.Equal("z/range", changed.Constraints[^1].Id);
        Assert.Equal(12, All.Constraints.Count);
    }

    [Fact]
    public void Without_AnUnknownId_TellsTheNearest() =>
        Assert.Contains(
            "Nearest: 'a/range'",
            Assert.Throws<ArgumentException>(() => All.Without("a/rnage")).Message,
            StringComparison.Ordinal
        );

    public static TheoryData<DataConstraint> Senseless =>
        [
            new RangeConstraint("a", 2, 1),
            new RangeConstraint("a", double.NaN, 1),
            new RangeConstraint("", 0, 1),
            new RangeConstraint("a", 0, 1) { TolerableShare = 1 },
            new RangeConstraint("a", 0, 1) { TolerableShare = double.NaN },
            new LengthConstraint("a", -1, null),
            new DomainConstraint("a", []),
            new UniquenessConstraint([]),
            new RowCountConstraint(null, null),
            new FreshnessConstraint("a", TimeSpan.Zero),
            new ColumnTypeConstraint("a", ColumnKind.Text) { WholeNumbers = true },
            new ColumnExistsConstraint("a") { Id = " " },
            new ColumnExistsConstraint("a") { Severity = (ConstraintSeverity)7 },
            new MonotonyConstraint("a", (MonotonyOrder)7),
        ];

    [Theory]
    [MemberData(nameof(Senseless))]
    public void Constructor_ConstraintsThatMakeNoSense_AreRefused(DataConstraint constraint) =>
        Assert.Throws<ArgumentException>(() => new DataConstraints(constraint));

    [Fact]
    public void Equality_OfConstraints_IsByValue()
    {
        Assert.Equal(new DomainConstraint("a", ["x", "y"]), new DomainConstraint("a", ["x", "y"]));
        Assert.NotEqual(new DomainConstraint("a", ["x", "y"]), new DomainConstraint("a", ["y", "x"]));
        Assert.Equal(new UniquenessConstraint("a"), new UniquenessConstraint(["a"]));
        Assert.Equal(new ExpressionConstraint("a > 1"), new ExpressionConstraint("a > 1"));
        Assert.NotEqual(new RangeConstraint("a", 0, 1), new RangeConstraint("a", 0, 1) { TolerableShare = 0.1 });
        var values = new List<string> { "x" };
        var domain = new DomainConstraint("a", values);
        values.Add("y");
        Assert.Equal(["x"], domain.Values);
    }

    [Fact]
    public void ToSchema_HasTheKindsOfTypeConstraints()
    {
        var schema = All.ToSchema();

        Assert.Equal([("a", ColumnKind.Number)], schema.Columns.Select(column => (column.Name, column.Kind)));
    }

    private static string Golden(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Mlops.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "tests", "Mlops.Data.Tests", "Quality", "Golden", file);
    }
}
