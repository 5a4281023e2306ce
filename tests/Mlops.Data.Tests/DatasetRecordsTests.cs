namespace Mlops.Data.Tests;

public sealed class DatasetRecordsTests
{
    private sealed record Customer(
        int Age,
        double? Income,
        float Score,
        decimal Fee,
        long? Visits,
        string? Plan,
        bool Churned,
        bool? Fraud,
        DateTime Since,
        DateTimeOffset? Seen
    );

    private static readonly Customer[] Customers =
    [
        new(30, 1.5, 0.5f, 9.99m, 3, "basic", true, null, new DateTime(2020, 1, 1), null),
        new(
            41,
            null,
            0.25f,
            0.5m,
            null,
            null,
            false,
            true,
            new DateTime(2020, 1, 2),
            new DateTimeOffset(2020, 1, 2, 1, 0, 0, TimeSpan.FromHours(1))
        ),
    ];

    [Fact]
    public void FromRecords_EveryKind_MapsWithRoles()
    {
        var dataset = Dataset.FromRecords(
            Customers.Where(_ => true),
            "customers",
            map =>
                map.Number("age", c => c.Age)
                    .Protected()
                    .Number("income", c => c.Income)
                    .Feature()
                    .Number("score", c => c.Score)
                    .Prediction()
                    .Number("fee", c => c.Fee)
                    .Excluded()
                    .Number("visits", c => c.Visits)
                    .Category("plan", c => c.Plan)
                    .Identifier()
                    .Boolean("churned", c => c.Churned)
                    .Label()
                    .Boolean("fraud", c => c.Fraud)
                    .Time("since", c => c.Since)
                    .Timestamp()
                    .Time("seen", c => c.Seen)
        );
        Assert.Equal(2, dataset.RowCount);
        Assert.Equal(
            [SourceType.Integer, SourceType.Double, SourceType.Single, SourceType.Double, SourceType.Integer],
            dataset.Columns.Take(5).Select(column => column.SourceType)
        );
        Assert.Equal(new object?[] { 30.0, 41.0 }, Same.ValuesOf(dataset["age"]));
        Assert.Equal(new object?[] { 1.5, null }, Same.ValuesOf(dataset["income"]));
        Assert.Equal(new object?[] { 9.99, 0.5 }, Same.ValuesOf(dataset["fee"]));
        Assert.Equal(new object?[] { 3.0, null }, Same.ValuesOf(dataset["visits"]));
        Assert.Equal(new object?[] { "basic", null }, Same.ValuesOf(dataset["plan"]));
        Assert.Equal(new object?[] { true, false }, Same.ValuesOf(dataset["churned"]));
        Assert.Equal(new object?[] { null, true }, Same.ValuesOf(dataset["fraud"]));
        Assert.Equal(new object?[] { null, new DateTime(2020, 1, 2) }, Same.ValuesOf(dataset["seen"]));
        Assert.True(dataset.Schema["age"].IsProtected);
        Assert.Equal(
            [
                null,
                ColumnRole.Feature,
                ColumnRole.Prediction,
                ColumnRole.Excluded,
                null,
                ColumnRole.Identifier,
                ColumnRole.Label,
                null,
                ColumnRole.Time,
                null,
            ],
            dataset.Schema.Columns.Select(column => column.Role)
        );
    }

    [Fact]
    public void FromRecords_NoRecords_HasColumnsWithoutRows()
    {
        var dataset = Dataset.FromRecords(Array.Empty<Customer>(), "none", map => map.Number("age", c => c.Age));
        Assert.Equal(0, dataset.RowCount);
        Assert.Single(dataset.Columns);
    }

    [Fact]
    public void FromRecords_MistakesInTheMapping_AreNamed()
    {
        Assert.Contains(
            "names no column",
            Assert.Throws<ArgumentException>(() => Dataset.FromRecords(Customers, "x", _ => { })).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'age' twice",
            Assert
                .Throws<ArgumentException>(() =>
                    Dataset.FromRecords(
                        Customers,
                        "x",
                        map => map.Number("age", c => c.Age).Category("age", c => c.Plan)
                    )
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.Throws<InvalidOperationException>(() => Dataset.FromRecords(Customers, "x", map => map.Label()));
        Assert.Throws<ArgumentException>(() => Dataset.FromRecords(Customers, "x", map => map.Number("", c => c.Age)));
    }
}
