using Mlops.Data.Quality;
using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.SageMaker;

namespace Mlops.Data.Tests.Quality.SageMaker;

/// <summary>The files have the form of the developer guide's "Schema for Constraints" and "Schema for Statistics".</summary>
public sealed class SageMakerConstraintsTests : IDisposable
{
    private const string Constraints = """
        {
          "version" : 0.0,
          "features" : [ {
            "name" : "Churn", "inferred_type" : "Integral", "completeness" : 1.0,
            "num_constraints" : { "is_non_negative" : true }
          }, {
            "name" : "Charge", "inferred_type" : "Fractional", "completeness" : 0.9,
            "num_constraints" : { "is_non_negative" : false }
          }, {
            "name" : "State", "inferred_type" : "String", "completeness" : 1.0,
            "string_constraints" : { "domains" : [ "CA", "NY" ] },
            "monitoringConfigOverrides" : { "domain_content_threshold" : 0.95 }
          }, {
            "name" : "Blob", "inferred_type" : "Unknown", "completeness" : 0.0, "novel" : 1
          }, {
            "name" : "Off", "inferred_type" : "Integral", "completeness" : 1.0,
            "monitoring_config_overrides" : { "evaluate_constraints" : "Disabled" }
          } ],
          "monitoring_config" : {
            "evaluate_constraints" : "Enabled", "emit_metrics" : "Enabled",
            "datatype_check_threshold" : 0.99, "domain_content_threshold" : 1.0,
            "distribution_constraints" : {
              "perform_comparison" : "Enabled", "comparison_threshold" : 0.1, "comparison_method" : "Robust"
            }
          }
        }
        """;

    private const string Statistics = """
        {
          "version" : 0.0,
          "dataset" : { "item_count" : 2333 },
          "features" : [ {
            "name" : "Charge", "inferred_type" : "Fractional",
            "numerical_statistics" : {
              "common" : { "num_present" : 2333, "num_missing" : 0 },
              "mean" : 30.5, "sum" : 71156.5, "std_dev" : 9.2, "min" : 0.0, "max" : 59.64,
              "distribution" : { "kll" : {
                "buckets" : [ { "lower_bound" : 0.0, "upper_bound" : 59.64, "count" : 2333.0 } ],
                "sketch" : { "parameters" : { "c" : 0.64, "k" : 2048.0 }, "data" : [ [ 1.0, 2.0 ] ] } } }
            }
          }, {
            "name" : "State", "inferred_type" : "String",
            "string_statistics" : {
              "common" : { "num_present" : 2300, "num_missing" : 33 },
              "distinct_count" : 2.0,
              "distribution" : { "categorical" : {
                "buckets" : [ { "value" : "NY", "count" : 1300 }, { "value" : "CA", "count" : 1000 } ] } }
            }
          } ]
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-sagemaker-");

    [Fact]
    public void ReadFolder_ConstraintsAndStatistics_GivesOurConstraints()
    {
        Write(SageMakerConstraints.ConstraintsFile, Constraints);
        Write(SageMakerConstraints.StatisticsFile, Statistics);

        var (constraints, notCarried) = SageMakerConstraints.ReadFolder(_folder.FullName);

        Assert.Equal(
            [
                new ColumnTypeConstraint("Churn", ColumnKind.Number) { WholeNumbers = true, TolerableShare = 0.01 },
                new MissingShareConstraint("Churn", 0),
                new RangeConstraint("Churn", 0, null),
                new ColumnTypeConstraint("Charge", ColumnKind.Number) { TolerableShare = 0.01 },
                new MissingShareConstraint("Charge", 0.1),
                new ColumnTypeConstraint("State", ColumnKind.Category) { TolerableShare = 0.01 },
                new MissingShareConstraint("State", 0),
                new DomainConstraint("State", ["CA", "NY"]) { TolerableShare = 0.05 },
                new ColumnExistsConstraint("Blob"),
            ],
            constraints.Constraints
        );
        Assert.Equal(2333, constraints.Reference?.RowCount);
        Assert.Contains(notCarried, note => note.StartsWith("distribution_constraints", StringComparison.Ordinal));
        Assert.Contains(notCarried, note => note.StartsWith("extra_column_check", StringComparison.Ordinal));
        Assert.Contains(notCarried, note => note.StartsWith("Off:", StringComparison.Ordinal));
        Assert.Contains(notCarried, note => note.Contains("'novel'", StringComparison.Ordinal));
        Assert.Equal(
            2,
            notCarried.Count(note =>
                note.StartsWith("Blob:", StringComparison.Ordinal) && !note.Contains("novel", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void ReadFolder_StatisticsAlone_InfersWhatTheCountsTell()
    {
        Write(SageMakerConstraints.StatisticsFile, Statistics);

        var constraints = SageMakerConstraints.ReadFolder(_folder.FullName).Constraints;

        Assert.Equal(
            ["Charge/type", "Charge/missing", "Charge/range", "State/type", "State/missing", "State/domain"],
            constraints.Constraints.Select(constraint => constraint.Id)
        );
        var range = (RangeConstraint)constraints["Charge/range"];
        Assert.Equal((0, 66), (range.Minimum, range.Maximum));
        Assert.Equal(["CA", "NY"], ((DomainConstraint)constraints["State/domain"]).Values);
    }

    [Fact]
    public void Check_WithImportedConstraints_FindsWhatSageMakerWould()
    {
        Write(SageMakerConstraints.ConstraintsFile, Constraints);
        var constraints = SageMakerConstraints.ReadFolder(_folder.FullName).Constraints;
        var data = Dataset.ParseCsv(
            "Churn,Charge,State,Blob\n"
                + string.Concat(
                    Enumerable.Range(0, 200).Select(i => $"{(i == 5 ? -1 : 1)},{i}.5,{(i < 60 ? "TX" : "NY")},x\n")
                ),
            new Data.Csv.CsvOptions { Schema = constraints.ToSchema() }
        );

        var report = DataQuality.Check(data, constraints);

        Assert.Equal(["Churn/range", "State/domain"], report.With(Verdict.Fail).Select(result => result.Constraint.Id));
    }

    [Theory]
    [InlineData("""{"version":1,"features":[]}""", "version")]
    [InlineData("""{"version":0}""", "features")]
    [InlineData("""{"version":0,"features":[{"name":"a","inferred_type":"Double"}]}""", "Double")]
    [InlineData(
        """{"version":0,"features":[{"name":"a","inferred_type":"String","completeness":2}]}""",
        "completeness"
    )]
    [InlineData("nonsense", "constraints.json")]
    public void ReadFolder_MalformedFiles_AreToldWithTheirName(string json, string what)
    {
        Write(SageMakerConstraints.ConstraintsFile, json);

        var error = Assert.Throws<FormatException>(() => SageMakerConstraints.ReadFolder(_folder.FullName));

        Assert.Contains(SageMakerConstraints.ConstraintsFile, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFiles_SaysWhatIsMissing()
    {
        Assert.Contains(
            "constraints.json",
            Assert.Throws<FileNotFoundException>(() => SageMakerConstraints.ReadFolder(_folder.FullName)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => SageMakerConstraints.Read(null, null));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_folder.FullName, file), content);
}
