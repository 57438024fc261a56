package io.bitroutes.it;

/** The same with 100,000 rows in batches of full size. */
class ResumeFaultIT extends ResumeIT {
    @Override
    int batch() {
        return 1000;
    }
}
