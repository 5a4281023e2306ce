using System.Runtime.CompilerServices;

namespace Mlops.Data.Tests;

public sealed class DatasetRecordsAsyncTests
{
    [Fact]
    public async Task FromRecordsAsync_IsFromRecords()
    {
        var expected = Dataset.FromRecords(Enumerable.Range(0, 25), "x", Map);
        var dataset = await Dataset.FromRecordsAsync(Records(25, null, Token), "x", Map, Token);
        Assert.Equal(expected.Digest, dataset.Digest);
        Assert.Equal(expected.Schema, dataset.Schema);
    }

    [Theory]
    [InlineData(0, new[] { 0 })]
    [InlineData(10, new[] { 10 })]
    [InlineData(25, new[] { 10, 10, 5 })]
    public async Task StreamRecordsAsync_Chunks_AreThoseOfTheWhole(int records, int[] rows)
    {
        var whole = Dataset.FromRecords(Enumerable.Range(0, records), "x", Map);
        var chunks = new List<Dataset>();
        await foreach (var chunk in Dataset.StreamRecordsAsync(Records(records, null, Token), "x", Map, 10, Token))
            chunks.Add(chunk);
        Assert.Equal(rows, chunks.Select(chunk => chunk.RowCount));
        for (var i = 0; i < chunks.Count; i++)
            Assert.Equal(whole.Slice(10 * i, chunks[i].RowCount).Digest, chunks[i].Digest);
    }

    [Fact]
    public async Task FromRecordsAsync_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Dataset.FromRecordsAsync(Records(25, stop, stop.Token), "x", Map, stop.Token)
        );
    }

    [Fact]
    public void Mistakes_AreToldBeforeTheFirstRecord()
    {
        Assert.Contains(
            "names no column",
            Assert
                .Throws<ArgumentException>(() =>
                    Dataset.StreamRecordsAsync(Records(1, null, Token), "x", _ => { }, 10, Token)
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Dataset.StreamRecordsAsync(Records(1, null, Token), "x", Map, 0, Token)
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static void Map(RecordMapping<int> map) =>
        map.Number("n", n => n).Category("c", n => n % 3 == 0 ? null : $"c{n % 4}").Label();

    private static async IAsyncEnumerable<int> Records(
        int count,
        CancellationTokenSource? stop,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            if (i == 5)
                stop?.Cancel();
            yield return i;
        }
    }
}
