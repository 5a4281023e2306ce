using System.Text;
using Mlops.Conformance;

// UTF-8 without a mark and a flush for every line, whatever the machine's console prefers.
var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var input = new StreamReader(Console.OpenStandardInput(), encoding);
using var output = new StreamWriter(Console.OpenStandardOutput(), encoding) { AutoFlush = true, NewLine = "\n" };
using var errors = new StreamWriter(Console.OpenStandardError(), encoding) { AutoFlush = true, NewLine = "\n" };
return ConformanceRunner.Run(args, input, output, errors);
