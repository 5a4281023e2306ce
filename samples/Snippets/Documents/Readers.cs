using System.Data;
using System.IO.Compression;
using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Data.DataReaders;
using Mlops.Data.Joins;
using Mlops.Data.JsonLines;

namespace Snippets.Documents;

internal static class Readers
{
    public static void Csv()
    {
        // <snippet: Csv>
        Dataset january = Dataset.ReadCsv("january.csv");
        Console.WriteLine(january.Schema);

        try
        {
            Dataset.ParseCsv("amount,plan\n10,full\n20\n");
        }
        catch (CsvFormatException exception)
        {
            Console.WriteLine($"line {exception.Line}: {exception.Message}");
        }
        // </snippet>
    }

    public static void Chunks()
    {
        Compress("january.csv", "big.csv.gz");

        // <snippet: Chunks>
        var rows = 0;
        foreach (Dataset chunk in Dataset.StreamCsv("big.csv.gz", new CsvOptions { ChunkRows = 1500 }))
        {
            rows += chunk.RowCount;
            Console.WriteLine($"{chunk}; {chunk["income"].MissingCount} without an income");
        }

        Console.WriteLine($"{rows} rows");
        // </snippet>
    }

    public static void JsonLines()
    {
        File.WriteAllText(
            "requests.jsonl",
            """
            {"id":"a1","score":0.91,"user":{"age":31},"note":"first","tags":["new"],"vector":[0.1,0.2]}
            {"id":"a2","score":null,"user":{"age":58},"note":"again","tags":[],"vector":[0.3,0.4]}

            """
        );

        // <snippet: JsonLines>
        Dataset requests = Dataset.ReadJsonLines(
            "requests.jsonl",
            new JsonLinesOptions
            {
                Without = ["tags"],
                Kinds = new Dictionary<string, ColumnKind> { ["note"] = ColumnKind.Text },
            }
        );
        Console.WriteLine(requests.Schema);
        Console.WriteLine($"{requests["score"].MissingCount} score missing");

        try
        {
            Dataset.ParseJsonLines("{\"score\":0.91}\n{\"score\":0.9");
        }
        catch (JsonLinesFormatException exception)
        {
            Console.WriteLine($"line {exception.Line}: {exception.Message}");
        }
        // </snippet>
    }

    public static void Database()
    {
        using var table = new DataTable();
        table.Locale = System.Globalization.CultureInfo.InvariantCulture;
        table.Columns.Add("amount", typeof(decimal));
        table.Columns.Add("plan", typeof(string));
        table.Columns.Add("photo", typeof(byte[]));
        table.Rows.Add(12.50m, "full", Array.Empty<byte>());
        table.Rows.Add(DBNull.Value, "basic", Array.Empty<byte>());
        using IDataReader reader = table.CreateDataReader();

        // <snippet: Database>
        // The reader is a SqlDataReader, an NpgsqlDataReader, or any other.
        Dataset query = Dataset.FromDataReader(reader, "query", new DataReaderOptions { Without = ["photo"] });

        Console.WriteLine($"{query}: {query.Schema}; {query["amount"].MissingCount} amount missing");
        // </snippet>
    }

    public static void Records() => ReadRecords().GetAwaiter().GetResult();

    private static async Task ReadRecords()
    {
        // <snippet: Records>
        Dataset live = await Dataset.FromRecordsAsync(
            Queue(),
            "live",
            map => map.Number("amount", order => order.Amount).Category("plan", order => order.Plan)
        );
        Console.WriteLine(live);

        var chunks = Dataset.StreamRecordsAsync(
            Queue(),
            "live",
            map => map.Number("amount", order => order.Amount),
            chunkRows: 2
        );
        await foreach (Dataset chunk in chunks)
        {
            Console.WriteLine($"a chunk of {chunk.RowCount}");
        }
        // </snippet>
    }

    public static void Joins()
    {
        // <snippet: Joins>
        Dataset predictions = Dataset.ParseCsv("id,score\na1,0.9\na2,0.2\na3,0.7\n");
        Dataset labels = Dataset.ParseCsv("id,churned\na1,true\na2,true\na2,false\n");

        JoinResult joined = predictions.JoinOnKey(labels, "id", new JoinOptions { Duplicates = DuplicateKeys.Last });
        Console.WriteLine(joined.Dataset.Schema);
        Console.WriteLine(
            $"{joined.MatchedLeft} labelled, {joined.UnmatchedLeft} not yet; {joined.DuplicateRight} label was replaced"
        );
        // </snippet>
    }

    public static void Schemas()
    {
        // <snippet: Schemas>
        Dataset reference = Dataset.ParseCsv("zip,plan,note\n10115,full,ok\n80331,basic,late\n");
        Console.WriteLine(reference.Schema);

        Dataset stated = Dataset.ParseCsv(
            "zip,plan,note\n10115,full,ok\n80331,basic,late\n",
            new CsvOptions
            {
                Kinds = new Dictionary<string, ColumnKind> { ["zip"] = ColumnKind.Category },
                Without = ["note"],
            }
        );
        Console.WriteLine(stated.Schema);

        Dataset current = Dataset.ParseCsv("zip,plan\nunknown,full\n", new CsvOptions { Schema = reference.Schema });
        Console.WriteLine($"'{current["zip"].Failures.FirstValue}' is not a number: {current["zip"].Failures.Count}");
        // </snippet>
    }

    public static void TextAndVectors()
    {
        // <snippet: TextAndVectors>
        Dataset answers = Dataset.FromColumns(
            "answers",
            Column.Text("prompt", ["How do I return this?", null]),
            Column.Embedding(
                "vector",
                [
                    [0.1f, 0.2f, 0.3f],
                    null,
                ]
            )
        );
        var prompt = (TextColumn)answers["prompt"];
        var vector = (EmbeddingColumn)answers["vector"];

        Console.WriteLine($"{prompt[0]} ({prompt.Utf8(0).Length} bytes); {prompt.MissingCount} missing");
        Console.WriteLine($"{vector.Dimensions} dimensions; {vector[0][1]}; row 1 missing: {vector.IsMissing(1)}");
        // </snippet>
    }

    private static async IAsyncEnumerable<Order> Queue()
    {
        foreach (var order in new Order[] { new(12.5, "full"), new(80, null), new(7.25, "basic") })
        {
            await Task.Yield();
            yield return order;
        }
    }

    private static void Compress(string source, string target)
    {
        using var input = File.OpenRead(source);
        using var output = new GZipStream(File.Create(target), CompressionLevel.Fastest);
        input.CopyTo(output);
    }

    private sealed record Order(double Amount, string? Plan);
}
