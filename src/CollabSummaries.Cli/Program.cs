Console.Error.WriteLine("usage: collabsummaries import|summarize|link|replay ...");
return 1;
